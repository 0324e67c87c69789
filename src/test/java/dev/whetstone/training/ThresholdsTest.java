package dev.whetstone.training;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.whetstone.model.Card;
import dev.whetstone.model.fit.Example;
import dev.whetstone.model.fit.ScoredStep;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class ThresholdsTest {
  private static final Card.Calibration AS_IT_IS = new Card.Calibration(1, 0);

  @Test
  void theWaysOfATreeEndAtEachLabelledStepThatFollowsRightOnes() {
    Example tree =
        new Example(
            "p",
            List.of(
                step(-1, true),
                step(0, true),
                step(0, true),
                step(1, false),
                step(1, true),
                step(3, true)));

    Ways ways = Ways.of(List.of(tree), scored(tree, 0, 1, 2, 3, 4, 5), AS_IT_IS).getFirst();

    assertEquals(
        List.of(List.of(p(0)), List.of(p(0), p(1)), List.of(p(0), p(2)), List.of(p(0), p(1), p(4))),
        ways.right().stream().map(Ways.Way::steps).toList());
    assertEquals(1, ways.wrong().size(), "what follows a wrong step is no way");
    assertEquals(List.of(p(0), p(1), p(3)), ways.wrong().getFirst().steps());
  }

  @Test
  void withoutRightOrWrongWaysNothingCanBeChosen() {
    Ways rightAlone = new Ways(List.of(), List.of(new Ways.Way(List.of(0.9))));

    Card.Thresholds unknown = new Card.Thresholds(Optional.of(0.5), 0.5, 0.5);
    assertEquals(unknown, Thresholds.of(List.of(rightAlone)));
    assertEquals(unknown, Thresholds.of(List.of()));
  }

  @Test
  void aStepIsWrongBelowWhereMostLongWaysAreAcceptedOrNamedRightly() {
    Ways.Way right = new Ways.Way(List.of(0.9, 0.6, 0.9, 0.9));
    Ways.Way wrong = new Ways.Way(List.of(0.9, 0.9, 0.9, 0.4));
    Ways.Way neverNamed = new Ways.Way(List.of(0.1, 0.9, 0.9, 0.7));
    Ways.Way beginning = new Ways.Way(List.of(0.95));

    Card.Thresholds thresholds =
        Thresholds.of(List.of(new Ways(List.of(wrong, neverNamed, beginning), List.of(right))));

    assertEquals(0.5, thresholds.step().orElseThrow(), 1e-9);
  }

  @Test
  void aWholeScoresOneFromWhereItTellsRightFromWrongBest() {
    List<Ways> problems = new ArrayList<>();
    SplittableRandom random = new SplittableRandom(1);
    for (int i = 0; i < 2_000; i++) {
      boolean right = random.nextBoolean();
      double odds = (right ? 1 : -1) + random.nextGaussian() - 2;
      Ways.Way way = new Ways.Way(List.of(1 / (1 + Math.exp(-odds))));
      problems.add(right ? new Ways(List.of(), List.of(way)) : new Ways(List.of(way), List.of()));
    }

    Card.Thresholds thresholds = Thresholds.of(problems);

    // Two normals of variance 1 at -3 and -1: as likely at -2.
    assertEquals(-2, ValidationScores.logit(thresholds.full()), 0.3);
    assertEquals(-3, ValidationScores.logit(thresholds.half()), 0.1);
  }

  private static Example.Step step(int parent, boolean right) {
    return new Example.Step(parent, "s", Optional.of(Example.Target.of(right, 1)));
  }

  private static List<ScoredStep> scored(Example tree, int... logits) {
    List<ScoredStep> scored = new ArrayList<>();
    for (int i = 0; i < logits.length; i++)
      scored.add(
          new ScoredStep(
              0, i, logits[i], false, tree.steps().get(i).target().orElseThrow().right(), 1));
    return scored;
  }

  private static double p(int logit) {
    return 1 / (1 + Math.exp(-logit));
  }
}
