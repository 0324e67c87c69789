package dev.whetstone.training.source;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;

import dev.whetstone.benchmark.label.Labelled;
import dev.whetstone.benchmark.label.Labelled.Provenance;
import dev.whetstone.benchmark.label.Labelled.Split;
import dev.whetstone.benchmark.label.Truth;
import dev.whetstone.model.Derivation;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;

class HumanExamplesTest {
  private static final OptionalInt NONE = OptionalInt.empty();

  private static Labelled labelled(OptionalInt firstError, double confidence) {
    return new Labelled(
        "a/set",
        "1",
        Split.TRAIN,
        new Derivation("a problem", List.of("one", "two", "three", "four")),
        Truth.ofFirstError(4, firstError),
        Optional.empty(),
        new Provenance("a writer", "a labeller", Provenance.NO_LICENCE),
        confidence);
  }

  private static double[] right(Labelled... labelled) {
    return HumanExamples.of(List.of(labelled), 1).getFirst().steps().stream()
        .mapToDouble(step -> step.target().orElseThrow().right())
        .toArray();
  }

  private static void assertRight(double[] right, double... expected) {
    assertArrayEquals(expected, right, 1e-6);
  }

  @Test
  void whatPeopleSayIsTakenAsItIs() {
    assertRight(right(labelled(NONE, 1)), 1, 1, 1, 1);
    assertRight(right(labelled(OptionalInt.of(1), 1)), 1, 0);
  }

  @Test
  void aStepThatIsPerhapsWrongIsSoWithThatProbabilityAndThoseBeforeItAreRight() {
    assertRight(right(labelled(OptionalInt.of(2), 0.75)), 1, 1, 0.25);
  }

  @Test
  void theDoubtInASolutionThatIsPerhapsRightIsSpreadOverItsSteps() {
    assertRight(right(labelled(NONE, 0.8)), 0.95, 0.95, 0.95, 0.95);
  }

  @Test
  void aSureLabelAndADoubtfulOneOfOneStepMeetInTheMiddle() {
    assertRight(right(labelled(NONE, 1), labelled(OptionalInt.of(0), 0.9)), 0.55, 1, 1, 1);
  }
}
