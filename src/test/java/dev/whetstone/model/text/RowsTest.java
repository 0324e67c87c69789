package dev.whetstone.model.text;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.IntUnaryOperator;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RowsTest {
  private static final int POSITIONS = 64;

  @ParameterizedTest
  @ValueSource(ints = {64, 96, 200})
  void everyScoredStepIsScoredOnceWithWhatStandsBeforeIt(int max) {
    for (int seed = 0; seed < 200; seed++) {
      Random random = new Random(seed);
      Tokens problem = tokens(random.nextInt(1, 20), 1_000);
      List<Node> tree = tree(random);
      List<Row> rows = Rows.of(problem, tree, POSITIONS, max);
      List<Integer> scored = new ArrayList<>();
      for (Row row : rows) {
        assertTrue(row.length() <= max, "a row is too long");
        assertTrue(Arrays.stream(row.positions()).allMatch(p -> p < POSITIONS));
        for (Row.Step step : row.steps())
          if (step.scored()) {
            scored.add(step.node());
            verifyContext(tree, row, step, problem);
          }
      }
      List<Integer> wanted =
          IntStream.range(0, tree.size()).filter(i -> tree.get(i).scored()).boxed().toList();
      assertEquals(wanted, scored.stream().sorted().toList());
    }
  }

  @Test
  void aStepSeesTheProblemItsOwnTokensAndThoseBeforeItAndNoOther() {
    Tokens problem = tokens(2, 100);
    // Two steps side by side after the first one.
    List<Node> tree =
        List.of(
            new Node(-1, tokens(1, 200), true),
            new Node(0, tokens(2, 300), true),
            new Node(0, tokens(1, 400), true));
    Row row = Rows.of(problem, tree, POSITIONS, POSITIONS).getFirst();
    boolean[] visible = new boolean[row.length() * row.length()];
    row.see(visible, 0, row.length());

    int second = row.steps().get(1).end();
    int third = row.steps().get(2).end();
    assertEquals(Set.of(-1, 0, 1), seen(row, visible, second));
    assertEquals(Set.of(-1, 0, 2), seen(row, visible, third));
    assertEquals(Set.of(-1), seen(row, visible, 0));
    assertEquals(
        row.positions()[row.steps().get(1).start()],
        row.positions()[row.steps().get(2).start()],
        "steps side by side begin at the same position");
  }

  @Test
  void aChainThatFitsIsOneRow() {
    List<Node> chain =
        IntStream.range(0, 5).mapToObj(i -> new Node(i - 1, tokens(3, i), true)).toList();
    assertEquals(1, Rows.of(tokens(4, 9), chain, POSITIONS, POSITIONS).size());
  }

  @Test
  void aLongChainIsReadInFewWindowsThatOverlap() {
    List<Node> chain =
        IntStream.range(0, 100).mapToObj(i -> new Node(i - 1, tokens(4, i), true)).toList();
    List<Row> rows = Rows.of(tokens(4, 9), chain, POSITIONS, POSITIONS);
    assertTrue(rows.size() < 20, rows.size() + " windows");
    for (Row row : rows.subList(1, rows.size()))
      assertFalse(row.steps().getFirst().scored(), "a window begins with context");
  }

  @ParameterizedTest
  @ValueSource(ints = {64, 96, 200})
  void rowsAreThoseThatTheNaiveWayLaysOut(int max) {
    for (int seed = 0; seed < 300; seed++) {
      Random random = new Random(seed);
      Tokens problem = tokens(random.nextInt(1, 20), 1_000);
      List<Node> tree = seed % 3 == 0 ? chain(random, 60) : tree(random);
      same(
          NaiveRows.of(problem, tree, POSITIONS, max),
          Rows.of(problem, tree, POSITIONS, max),
          i -> i);
    }
  }

  @Test
  void theWindowsOfAChainAreItsRows() {
    for (int seed = 0; seed < 300; seed++) {
      Random random = new Random(seed);
      Tokens problem = tokens(random.nextInt(1, 20), 1_000);
      List<Node> chain =
          chain(random, 60).stream().map(n -> new Node(n.parent(), n.tokens(), true)).toList();
      Windows windows = Windows.of(problem, chain, POSITIONS);
      same(
          Rows.of(problem, chain, POSITIONS, POSITIONS),
          Rows.of(problem, windows.nodes(), POSITIONS, POSITIONS),
          windows.origins()::get);
    }
  }

  @Test
  void tenThousandStepsAreLaidOutInNoTime() {
    Random random = new Random(1);
    List<Node> chain = chain(random, 10_000);
    assertTimeoutPreemptively(
        Duration.ofSeconds(2),
        () -> {
          Windows windows = Windows.of(tokens(9, 1), chain, POSITIONS);
          Rows.of(tokens(9, 1), windows.nodes(), POSITIONS, POSITIONS);
          Rows.of(tokens(9, 1), chain, POSITIONS, POSITIONS);
        });
  }

  /**
   * @param node of the second's nodes, as the first calls them
   */
  private static void same(List<Row> due, List<Row> rows, IntUnaryOperator node) {
    assertEquals(due.size(), rows.size());
    for (int i = 0; i < due.size(); i++) {
      Row row = rows.get(i);
      assertArrayEquals(due.get(i).ids(), row.ids());
      assertArrayEquals(due.get(i).positions(), row.positions());
      assertArrayEquals(due.get(i).types(), row.types());
      assertArrayEquals(due.get(i).notes(), row.notes());
      assertArrayEquals(due.get(i).owner(), row.owner());
      List<Row.Step> steps =
          row.steps().stream()
              .map(
                  s ->
                      new Row.Step(
                          node.applyAsInt(s.node()), s.parent(), s.start(), s.end(), s.scored()))
              .toList();
      assertEquals(due.get(i).steps(), steps);
    }
  }

  private static List<Node> chain(Random random, int length) {
    return IntStream.range(0, length)
        .mapToObj(
            i -> new Node(i - 1, tokens(random.nextInt(1, 40), 2_000 + i), random.nextInt(4) > 0))
        .toList();
  }

  @Test
  void aStepLongerThanAWindowIsTold() {
    List<Node> chain = List.of(new Node(-1, tokens(POSITIONS, 1), true));
    assertEquals(0, Rows.tooLong(tokens(1, 1), chain, POSITIONS).orElseThrow());
    assertThrows(
        IllegalArgumentException.class, () -> Rows.of(tokens(1, 1), chain, POSITIONS, POSITIONS));
  }

  /**
   * All before it without a gap; a window that cannot hold all begins with half of its room full.
   */
  private static void verifyContext(List<Node> tree, Row row, Row.Step step, Tokens problem) {
    List<Integer> before = new ArrayList<>();
    for (int up = step.parent(); up >= 0; up = row.steps().get(up).parent())
      before.add(row.steps().get(up).node());
    int at = tree.get(step.node()).parent();
    for (int node : before) {
      assertEquals(at, node, "context has a gap");
      at = tree.get(node).parent();
    }
    int used = problem.length() + 2 + tree.get(step.node()).tokens().length() + 1;
    boolean first = row.steps().stream().filter(Row.Step::scored).findFirst().get().equals(step);
    if (at < 0 || !first) return;
    int context = before.stream().mapToInt(n -> tree.get(n).tokens().length() + 1).sum();
    int next = tree.get(at).tokens().length() + 1;
    assertTrue(context + next > (POSITIONS - used) / 2, "there was room for more context");
  }

  private static Set<Integer> seen(Row row, boolean[] visible, int token) {
    Set<Integer> owners = new TreeSet<>();
    for (int j = 0; j < row.length(); j++)
      if (visible[token * row.length() + j]) owners.add(row.owner()[j]);
    return owners;
  }

  private static List<Node> tree(Random random) {
    List<Node> nodes = new ArrayList<>();
    int count = random.nextInt(1, 25);
    for (int i = 0; i < count; i++) {
      int parent = i == 0 ? -1 : Math.max(-1, i - 1 - random.nextInt(3));
      nodes.add(new Node(parent, tokens(random.nextInt(1, 30), 2_000), random.nextInt(4) > 0));
    }
    return nodes;
  }

  private static Tokens tokens(int count, int id) {
    int[] ids = new int[count];
    Arrays.fill(ids, id);
    return new Tokens(ids, new int[count + 1], new int[count], new int[count]);
  }
}
