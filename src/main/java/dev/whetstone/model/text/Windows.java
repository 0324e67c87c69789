package dev.whetstone.model.text;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * A tree of steps, cut so that every path in it fits a window. Where a step does not fit behind its
 * parent, it begins anew behind copies of its {@link Overlap}, as in {@link Rows}: it sees what it
 * would see in the derivation that ends with it.
 */
public final class Windows {
  private final List<Node> tree;
  private final int room;
  private final int window;
  private final List<Node> nodes = new ArrayList<>();
  private final List<Integer> origins = new ArrayList<>();
  private final List<Integer> reach = new ArrayList<>();
  private final Map<Integer, Integer> home = new HashMap<>();
  private final Map<List<Integer>, Integer> copies = new HashMap<>();

  private Windows(Tokens problem, List<Node> tree, int window) {
    this.tree = tree;
    this.window = window;
    room = problem.length() + 2;
  }

  /**
   * @throws IllegalArgumentException if a step with the problem is longer than a window
   */
  public static Windows of(Tokens problem, List<Node> tree, int window) {
    Windows windows = new Windows(problem, tree, window);
    for (int i : DepthFirst.order(tree)) windows.add(i);
    return windows;
  }

  /** What is cut, parents first, and the ends of a beginning side by side. */
  public List<Node> nodes() {
    return List.copyOf(nodes);
  }

  /** Index in the tree of each of {@link #nodes}. */
  public List<Integer> origins() {
    return List.copyOf(origins);
  }

  private void add(int step) {
    Node node = tree.get(step);
    if (room + size(step) > window)
      throw new IllegalArgumentException("a step is longer than a row");
    int parent = node.parent() < 0 ? -1 : home.get(node.parent());
    if (reach(parent) + size(step) > window) parent = context(step);
    home.put(step, put(step, parent, node.scored()));
  }

  /** The last of the copied steps that a step begins behind; -1 if there is room for none. */
  private int context(int step) {
    List<Integer> path = Overlap.before(step, tree, window - room);
    return path.isEmpty() ? -1 : copies.computeIfAbsent(path, this::copy);
  }

  private int copy(List<Integer> path) {
    int parent = -1;
    for (int step : path) parent = put(step, parent, false);
    return parent;
  }

  private int put(int step, int parent, boolean scored) {
    reach.add(reach(parent) + size(step));
    nodes.add(new Node(parent, tree.get(step).tokens(), scored));
    origins.add(step);
    return nodes.size() - 1;
  }

  private int reach(int parent) {
    return parent < 0 ? room : reach.get(parent);
  }

  private int size(int step) {
    return tree.get(step).size();
  }
}
