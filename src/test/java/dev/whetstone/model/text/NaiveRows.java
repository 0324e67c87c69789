package dev.whetstone.model.text;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** As Rows is meant, without care for time. */
final class NaiveRows {

  private final Tokens problem;
  private final List<Node> nodes;
  private final int positions;
  private final int max;
  private final List<Row> done = new ArrayList<>();
  private final List<Integer> inRow = new ArrayList<>();
  private final Map<Integer, Integer> place = new HashMap<>();
  private final Map<Integer, Integer> reach = new HashMap<>();
  private boolean[] scoredHere;
  private int used;

  private NaiveRows(Tokens problem, List<Node> nodes, int positions, int max) {
    this.problem = problem;
    this.nodes = nodes;
    this.positions = positions;
    this.max = max;
    scoredHere = new boolean[nodes.size()];
    used = room();
  }

  static List<Row> of(Tokens problem, List<Node> nodes, int positions, int max) {
    NaiveRows rows = new NaiveRows(problem, nodes, positions, max);
    for (int i = 0; i < nodes.size(); i++) if (nodes.get(i).scored()) rows.add(i);
    if (!rows.inRow.isEmpty()) rows.flush();
    return rows.done;
  }

  private int room() {
    return problem.length() + 2;
  }

  private static int size(Node node) {
    return node.tokens().length() + 1;
  }

  private void add(int node) {
    List<Integer> path = missing(node);
    if (!continues(path) || used + tokens(path) > max || end(path) > positions) {
      if (!inRow.isEmpty()) flush();
      path = fitting(node);
    }
    path.forEach(this::put);
    scoredHere[node] = true;
  }

  /** Whether these follow on what stands in the row: from the problem, or from a step in it. */
  private boolean continues(List<Integer> path) {
    int parent = nodes.get(path.getFirst()).parent();
    if (inRow.isEmpty() || place.containsKey(parent)) return true;
    return parent < 0 && nodes.get(inRow.getFirst()).parent() < 0;
  }

  /** How many positions are taken when these follow on what stands in the row. */
  private int end(List<Integer> path) {
    return reach.getOrDefault(nodes.get(path.getFirst()).parent(), room()) + tokens(path);
  }

  /** The step, after those before it up to one in the row or to the problem. */
  private List<Integer> missing(int node) {
    List<Integer> path = new ArrayList<>();
    for (int up = node; up >= 0 && !place.containsKey(up); up = nodes.get(up).parent())
      path.addFirst(up);
    return path;
  }

  private List<Integer> fitting(int node) {
    List<Integer> path = missing(node);
    if (room() + tokens(path) <= positions) return path;
    int budget = (positions - room() - size(nodes.get(node))) / 2 + size(nodes.get(node));
    while (tokens(path) > budget && path.size() > 1) path.removeFirst();
    return path;
  }

  private int tokens(List<Integer> path) {
    return path.stream().mapToInt(i -> size(nodes.get(i))).sum();
  }

  private void put(int node) {
    reach.put(node, end(List.of(node)));
    place.put(node, inRow.size());
    inRow.add(node);
    used += size(nodes.get(node));
  }

  private void flush() {
    done.add(row());
    inRow.clear();
    place.clear();
    reach.clear();
    scoredHere = new boolean[nodes.size()];
    used = room();
  }

  private Row row() {
    Row row =
        new Row(
            new int[used],
            new int[used],
            new int[used],
            new int[used],
            new int[used],
            new ArrayList<>());
    row.ids()[0] = Rows.BEGIN;
    copy(problem, row, 1, 1, -1);
    finish(row, problem.length() + 1, problem.length() + 1, -1, Rows.END_OF_PROBLEM);
    row.owner()[0] = -1;
    for (int i = 0; i < inRow.size(); i++) lay(row, i);
    return row;
  }

  private void lay(Row row, int index) {
    Node node = nodes.get(inRow.get(index));
    int parent = place.getOrDefault(node.parent(), -1);
    int start = index == 0 ? room() : row.steps().getLast().end() + 1;
    int position = parent < 0 ? room() : row.positions()[row.steps().get(parent).end()] + 1;
    copy(node.tokens(), row, start, position, index);
    int end = start + node.tokens().length();
    finish(row, end, position + node.tokens().length(), index, Rows.END_OF_STEP);
    row.notes()[end] = node.tokens().notes()[node.tokens().length()];
    row.steps()
        .add(new Row.Step(inRow.get(index), parent, start, end, scoredHere[inRow.get(index)]));
  }

  private static void copy(Tokens tokens, Row row, int start, int position, int owner) {
    for (int i = 0; i < tokens.length(); i++) {
      row.notes()[start + i] = tokens.notes()[i];
      finish(row, start + i, position + i, owner, tokens.ids()[i]);
    }
  }

  private static void finish(Row row, int at, int position, int owner, int id) {
    row.ids()[at] = id;
    row.positions()[at] = position;
    row.types()[at] = owner < 0 ? 0 : 1;
    row.owner()[at] = owner;
  }
}
