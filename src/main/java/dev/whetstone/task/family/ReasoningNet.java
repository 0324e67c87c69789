package dev.whetstone.task.family;

import java.util.ArrayList;
import java.util.List;

/**
 * A reasoning graph: start nodes hold given numbers, every other node the result of an operation on
 * two nodes that come later in the list; the first node is the answer. Its complexity has three
 * axes, after DARG: numerical, depth and width.
 */
record ReasoningNet(List<Node> nodes) {
  enum Operation {
    ADD('+'),
    SUBTRACT('-'),
    MULTIPLY('*'),
    DIVIDE('/');

    final char sign;

    Operation(char sign) {
      this.sign = sign;
    }

    /** The sum over the two edges into its node, one from each operand. */
    int complexity(int first, int second) {
      return switch (this) {
        case ADD -> Edge.ADD.complexity(first, second) + Edge.ADD.complexity(second, first);
        case SUBTRACT -> Edge.SUB.complexity(first, second) + Edge.SUB_BY.complexity(second, first);
        case MULTIPLY -> Edge.MUL.complexity(first, second) + Edge.MUL.complexity(second, first);
        case DIVIDE -> Edge.DIV.complexity(first, second) + Edge.DIV_BY.complexity(second, first);
      };
    }
  }

  /** What an edge does with its source, given the other operand. */
  enum Edge {
    ADD,
    SUB,
    SUB_BY,
    MUL,
    DIV,
    DIV_BY;

    /** Unit steps of the operation, from the operands' digits. */
    int complexity(int digits, int others) {
      return switch (this) {
        case ADD, SUB, SUB_BY -> Math.min(digits, others);
        case MUL, DIV -> digits * others;
        case DIV_BY -> 0;
      };
    }
  }

  /**
   * A number of the graph.
   *
   * @param operation null at a start node
   */
  record Node(long value, Operation operation, int first, int second) {
    boolean isStart() {
      return operation == null;
    }
  }

  static int digits(long value) {
    return digits(Long.toString(value));
  }

  /** Characters of the printed number but for the point; a minus sign counts. */
  static int digits(String printed) {
    return printed.length() - (printed.indexOf('.') < 0 ? 0 : 1);
  }

  static ReasoningNet of(long answer) {
    return new ReasoningNet(List.of(new Node(answer, null, -1, -1)));
  }

  /** The same graph, but a start node is computed from two new ones. */
  ReasoningNet split(int start, Operation operation, long first, long second) {
    List<Node> split = new ArrayList<>(nodes.size() + 2);
    split.addAll(nodes);
    split.set(start, new Node(nodes.get(start).value, operation, nodes.size(), nodes.size() + 1));
    split.add(new Node(first, null, -1, -1));
    split.add(new Node(second, null, -1, -1));
    return new ReasoningNet(split);
  }

  int edges() {
    int edges = 0;
    for (Node node : nodes) if (!node.isStart()) edges += 2;
    return edges;
  }

  /** The complexity of all edges; over {@link #edges()} it is the mean that growth holds. */
  int numerical() {
    int total = 0;
    for (Node node : nodes)
      if (!node.isStart())
        total +=
            node.operation.complexity(
                digits(nodes.get(node.first).value), digits(nodes.get(node.second).value));
    return total;
  }

  /** The most edges from each node to the answer. */
  private int[] distances() {
    int[] distances = new int[nodes.size()];
    for (int i = 0; i < distances.length; i++) {
      Node node = nodes.get(i);
      if (node.isStart()) continue;
      distances[node.first] = Math.max(distances[node.first], distances[i] + 1);
      distances[node.second] = Math.max(distances[node.second], distances[i] + 1);
    }
    return distances;
  }

  /** Edges on the longest path. */
  int depth() {
    int depth = 0;
    for (int distance : distances()) depth = Math.max(depth, distance);
    return depth;
  }

  /** Operations beside a longest path, and one: a chain has width 1. */
  int width() {
    return edges() / 2 - depth() + 1;
  }

  /** Start nodes of the longest paths, or of the others. */
  List<Integer> starts(boolean longest) {
    int[] distances = distances();
    int depth = depth();
    List<Integer> starts = new ArrayList<>();
    for (int i = 0; i < distances.length; i++)
      if (nodes.get(i).isStart() && (distances[i] == depth) == longest) starts.add(i);
    return starts;
  }

  /** Whether a computed number is also given, so that it stands in the text. */
  boolean leaks() {
    for (Node computed : nodes)
      if (!computed.isStart())
        for (Node given : nodes) if (given.isStart() && given.value == computed.value) return true;
    return false;
  }

  /** The three axes in words. */
  String complexity() {
    return "numerical %d over %d edges, depth %d, width %d"
        .formatted(numerical(), edges(), depth(), width());
  }
}
