package dev.whetstone.model.text;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;

/** An order of a tree's nodes in which those that share a beginning stand close together. */
final class DepthFirst {
  private final List<List<Integer>> children = new ArrayList<>();
  private final List<Integer> roots = new ArrayList<>();

  private DepthFirst(List<Node> tree) {
    for (int i = 0; i < tree.size(); i++) {
      children.add(new ArrayList<>());
      below(tree.get(i).parent()).add(i);
    }
  }

  private List<Integer> below(int node) {
    return node < 0 ? roots : children.get(node);
  }

  /** Parents before children; of children, first those that have none themselves. */
  static List<Integer> order(List<Node> tree) {
    DepthFirst search = new DepthFirst(tree);
    List<Integer> order = new ArrayList<>();
    Deque<Integer> open = new ArrayDeque<>();
    search.push(open, -1);
    while (!open.isEmpty()) {
      int node = open.pop();
      order.add(node);
      search.push(open, node);
    }
    return order;
  }

  /** The last pushed comes first. */
  private void push(Deque<Integer> open, int node) {
    List<Integer> last = below(node).reversed();
    last.stream().filter(child -> !children.get(child).isEmpty()).forEach(open::push);
    last.stream().filter(child -> children.get(child).isEmpty()).forEach(open::push);
  }
}
