package dev.whetstone.training.simulation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.whetstone.benchmark.label.Truth;
import dev.whetstone.benchmark.labelling.LabellingSettings;
import dev.whetstone.benchmark.labelling.Rules;
import dev.whetstone.training.simulation.Examiners.Examined;
import java.util.List;
import java.util.OptionalInt;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ExaminersTest {
  private static final int SOLUTIONS = 2_000;
  private static final Truth RIGHT = Truth.ofFirstError(6, OptionalInt.empty());
  private static final Truth WRONG = Truth.ofFirstError(6, OptionalInt.of(3));

  @Test
  void aRightSolutionIsAlmostNeverCalledWrong() {
    assertTrue(share(RIGHT, true) < 0.01);
  }

  @Test
  void aWrongSolutionIsCalledRightAboutAsOftenAsNobodyCouldFindItsFlaw() {
    assertEquals(0.04, share(WRONG, false), 0.03);
  }

  @Test
  void whereItIsCalledWrongTheStepIsMostlyTheRightOne() {
    List<Examined> labelled =
        examined(WRONG).stream()
            .filter(e -> e.truth().filter(Truth::hasError).isPresent())
            .toList();
    long exact = labelled.stream().filter(e -> e.truth().get().equals(WRONG)).count();
    assertTrue(exact > 0.9 * labelled.size(), exact + " of " + labelled.size());
  }

  /** Of the labels, those that say so. */
  private static double share(Truth truth, boolean wrong) {
    List<Truth> labels =
        examined(truth).stream().flatMap(examined -> examined.truth().stream()).toList();
    assertTrue(labels.size() > 0.8 * SOLUTIONS, labels.size() + " labels");
    return (double) labels.stream().filter(l -> l.hasError() == wrong).count() / labels.size();
  }

  private static List<Examined> examined(Truth truth) {
    Examiners examiners =
        new Examiners(Rules.from(LabellingSettings.configured()), new SplittableRandom(3));
    return IntStream.range(0, SOLUTIONS).mapToObj(i -> examiners.examine(truth)).toList();
  }
}
