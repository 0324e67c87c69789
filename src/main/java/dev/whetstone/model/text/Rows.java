package dev.whetstone.model.text;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Lays a tree of steps out in rows of at most so many tokens. Each scored step stands in one row
 * with all that stands before it. Where that does not fit, a row begins with the {@link Overlap}
 * before its first scored one.
 */
public final class Rows {
  /** The tokens that rows add to those of the texts, as BERT's vocabulary calls them. */
  public static final SortedMap<String, Integer> OWN =
      Collections.unmodifiableSortedMap(
          new TreeMap<>(Map.of("[CLS]", 101, "[SEP]", 102, "[unused0]", 1)));

  static final int BEGIN = OWN.get("[CLS]");
  static final int END_OF_PROBLEM = OWN.get("[SEP]");
  static final int END_OF_STEP = OWN.get("[unused0]");

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

  private Rows(Tokens problem, List<Node> nodes, int positions, int max) {
    this.problem = problem;
    this.nodes = nodes;
    this.positions = positions;
    this.max = max;
    scoredHere = new boolean[nodes.size()];
    used = room();
  }

  /** The first scored step that with the problem alone is longer than a row, if there is one. */
  public static OptionalInt tooLong(Tokens problem, List<Node> nodes, int positions) {
    for (int i = 0; i < nodes.size(); i++)
      if (nodes.get(i).scored() && problem.length() + 2 + nodes.get(i).size() > positions)
        return OptionalInt.of(i);
    return OptionalInt.empty();
  }

  /**
   * @param positions that the network has: what one path from the problem to a step may take
   * @param max tokens of a row, at least that
   * @throws IllegalArgumentException if {@link #tooLong}
   */
  public static List<Row> of(Tokens problem, List<Node> nodes, int positions, int max) {
    if (tooLong(problem, nodes, positions).isPresent())
      throw new IllegalArgumentException("a step is longer than a row");
    Rows rows = new Rows(problem, nodes, positions, max);
    for (int i = 0; i < nodes.size(); i++) if (nodes.get(i).scored()) rows.add(i);
    if (!rows.inRow.isEmpty()) rows.flush();
    return rows.done;
  }

  private int room() {
    return problem.length() + 2;
  }

  private void add(int node) {
    List<Integer> path = missing(node, positions - room());
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

  /**
   * The step, after those before it up to one in the row or to the problem; no more of them than
   * one that takes it beyond so many tokens.
   */
  private List<Integer> missing(int node, int most) {
    List<Integer> path = new ArrayList<>();
    int left = most;
    for (int up = node;
        up >= 0 && left >= 0 && !place.containsKey(up);
        up = nodes.get(up).parent()) {
      path.add(up);
      left -= nodes.get(up).size();
    }
    return path.reversed();
  }

  private List<Integer> fitting(int node) {
    List<Integer> path = missing(node, positions - room());
    if (room() + tokens(path) <= positions) return path;
    List<Integer> latest = Overlap.before(node, nodes, positions - room());
    latest.add(node);
    return latest;
  }

  private int tokens(List<Integer> path) {
    return path.stream().mapToInt(i -> nodes.get(i).size()).sum();
  }

  private void put(int node) {
    reach.put(node, end(List.of(node)));
    place.put(node, inRow.size());
    inRow.add(node);
    used += nodes.get(node).size();
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
    row.ids()[0] = BEGIN;
    copy(problem, row, 1, 1, -1);
    finish(row, problem.length() + 1, problem.length() + 1, -1, END_OF_PROBLEM);
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
    finish(row, end, position + node.tokens().length(), index, END_OF_STEP);
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
