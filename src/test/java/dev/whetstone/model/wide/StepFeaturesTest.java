package dev.whetstone.model.wide;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.whetstone.model.Derivation;
import dev.whetstone.model.wide.note.StepNotes;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

class StepFeaturesTest {
  private static final String PROBLEM = "Solve 2x + 1 = 7 for x.";

  @Test
  void aStepHasTheSameFeaturesWhateverFollows() {
    List<String> steps = List.of("2x = 6", "x = 3", "The answer is 3.");
    List<Features> all = StepFeatures.from(0, new Derivation(PROBLEM, steps));
    for (int i = 0; i < steps.size(); i++) {
      Derivation part = new Derivation(PROBLEM, steps.subList(0, i + 1));
      Features alone = StepFeatures.from(i, part).getFirst();
      assertArrayEquals(all.get(i).places(), alone.places());
      assertArrayEquals(all.get(i).values(), alone.values());
    }
  }

  @Test
  void aTreesStepsHaveTheFeaturesOfTheirPaths() {
    List<String> steps = List.of("2x = 6", "2x = 8", "x = 3", "x = 4", "x = 5", "So x is 3.");
    List<Integer> parents = List.of(-1, -1, 0, 1, 0, 2);
    List<Features> tree = StepFeatures.ofTree(PROBLEM, parents, steps);
    for (int i = 0; i < steps.size(); i++) {
      List<String> path = new ArrayList<>();
      for (int at = i; at >= 0; at = parents.get(at)) path.addFirst(steps.get(at));
      Features alone = StepFeatures.from(path.size() - 1, new Derivation(PROBLEM, path)).getFirst();
      assertArrayEquals(alone.places(), tree.get(i).places());
      assertArrayEquals(alone.values(), tree.get(i).values());
      assertArrayEquals(alone.marks(), tree.get(i).marks());
      assertArrayEquals(alone.notes(), tree.get(i).notes());
    }
  }

  @Test
  void thereAreOnlySoManyNotes() {
    String step = "From 1, 2, [a, b]: Ann has 3 + 4 = 7 of x = y; ".repeat(200);
    List<String> steps = Collections.nCopies(100, step);
    Derivation hostile = new Derivation("Ann and Ben have 1 + 2 of x. ".repeat(500), steps);
    List<Features> rows =
        assertTimeoutPreemptively(Duration.ofSeconds(60), () -> StepFeatures.from(0, hostile));
    for (Features row : rows) assertTrue(row.notes().length <= StepNotes.MAX);
  }

  @Test
  void thePlainOnesAreAPartOfAll() {
    Derivation solution = new Derivation(PROBLEM, List.of("2x = 6", "x = 3"));
    int plain = StepFeatures.plain(0, solution).getLast().places().length;
    assertTrue(StepFeatures.from(0, solution).getLast().places().length > plain);
  }

  @Test
  void whatAStepIsToItsContextIsTold() {
    Context context = new Context(PROBLEM, true);
    context.add(context.read("2x = 6"));

    Map<String, Integer> follows = relations(context, "x = 3");
    Map<String, Integer> fails = relations(context, "x = 4");
    Map<String, Integer> again = relations(context, "2x = 6");

    assertEquals(1, follows.get("same solutions"));
    assertEquals(0, follows.get("other solutions"));
    assertEquals(1, fails.get("other solutions"));
    assertEquals(8, again.get("likeness"));
    assertEquals(1, follows.get("relations"));
  }

  private static Map<String, Integer> relations(Context context, String step) {
    StepText read = context.read(step);
    return context.relations(read, context.inferences(read));
  }

  @Test
  void manyStepsTakeTimeInProportion() {
    List<String> steps = new ArrayList<>(Collections.nCopies(10_000, "x = 3, so 2x + 1 = 7"));
    assertTimeoutPreemptively(
        Duration.ofSeconds(60), () -> StepFeatures.from(0, new Derivation(PROBLEM, steps)));
  }

  @Test
  void aRegressionLearnsWhatTheFeaturesTellAndComesBackFromItsWeights() {
    Random random = new Random(1);
    List<Features> rows = new ArrayList<>();
    List<Double> outcomes = new ArrayList<>();
    for (int i = 0; i < 2_000; i++) {
      boolean right = random.nextBoolean();
      String step = "2 + %d = %d".formatted(i % 50, i % 50 + (right ? 2 : 3));
      rows.add(StepFeatures.from(0, new Derivation("Add.", List.of(step))).getFirst());
      outcomes.add(right ? 1.0 : 0.0);
    }

    LogisticRegression model = LogisticRegression.fit(rows, outcomes);
    LogisticRegression back = LogisticRegression.of(model.weights());

    for (int i = 0; i < 50; i++) {
      assertEquals(outcomes.get(i) > 0.5, model.probability(rows.get(i)) > 0.5);
      assertEquals(model.prior(rows.get(i)), back.prior(rows.get(i)));
    }
    assertEquals(0.5, LogisticRegression.untaught().probability(rows.getFirst()));
  }
}
