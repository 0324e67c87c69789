package dev.whetstone.curriculum.difficulty;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.whetstone.task.Control;
import dev.whetstone.task.Levels;
import dev.whetstone.verify.Reliability;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class DifficultyModelTest {
  private static final Control LONG = Control.of("long", "how long", 1, 2, 3, 4, 5, 6, 7, 8);
  private static final Control DEEP = Control.of("deep", "how deep", 1, 2, 3, 4, 5);
  private static final Reliability EXACT = Reliability.EXACT;

  private static Levels at(int length, int depth) {
    return new Levels(List.of(LONG, DEEP), List.of(length, depth));
  }

  private static double solved(double ability, Levels levels) {
    return Observation.solved(
        ability - 0.9 * levels.indices().get(0) - 0.4 * levels.indices().get(1));
  }

  /** Lessons at random cells up to these levels, with the outcomes of a learner of this ability. */
  private static DifficultyModel taught(
      DifficultyModel model, double ability, int lessons, int bound, SplittableRandom random) {
    Set<Levels> tried = new HashSet<>();
    DifficultyModel now = model;
    for (int i = 0; i < lessons; i++) {
      Levels levels = at(random.nextInt(bound), random.nextInt(bound));
      double share = share(solved(ability, levels), random);
      now = now.after("sum", levels, EXACT, share, tried.add(levels));
    }
    return now;
  }

  private static double share(double rate, SplittableRandom random) {
    int passed = 0;
    for (int i = 0; i < 8; i++) if (random.nextDouble() < rate) passed++;
    return passed / 8.0;
  }

  @Test
  void atTheStartTheEasiestCellIsEvenAndNothingIsTrusted() {
    assertEquals(0.5, DifficultyModel.START.forecast("sum", at(0, 0)).solved());
    assertEquals(0, DifficultyModel.START.calibration().trust());
    assertEquals(0.5, DifficultyModel.START.prior("sum", at(7, 4), EXACT));
  }

  @Test
  void oneObservationMovesTheLogOddsByTheirMode() {
    Normal before = new Normal(0, 4);
    Normal after = new Observation(1, EXACT).update(before);
    assertEquals(4 * (1 - Observation.solved(after.mean())), after.mean(), 1e-9);
    double p = Observation.solved(after.mean());
    assertEquals(1 / (0.25 + p * (1 - p)), after.variance(), 1e-12);
    assertEquals(-after.mean(), new Observation(0, EXACT).update(before).mean(), 1e-9);
  }

  @Test
  void harderLevelsAreNeverForetoldEasierWhateverWasSeen() {
    for (int seed = 0; seed < 40; seed++) {
      SplittableRandom random = new SplittableRandom(seed);
      DifficultyModel model = DifficultyModel.START;
      for (int i = 0; i < 60; i++) {
        Levels levels = at(random.nextInt(8), random.nextInt(5));
        model = model.after("sum", levels, EXACT, random.nextInt(9) / 8.0, i == 0);
      }
      for (int length = 0; length < 7; length++)
        assertTrue(mean(model, at(length, 2)) >= mean(model, at(length + 1, 2)) - 1e-12);
    }
  }

  private static double mean(DifficultyModel model, Levels levels) {
    return model.forecast("sum", levels).logOdds().mean();
  }

  @Test
  void theSameLessonsGiveTheSameBitsFromAnyPointOn() {
    for (int seed = 0; seed < 10; seed++) {
      DifficultyModel once = taught(DifficultyModel.START, 2, 200, 5, new SplittableRandom(seed));
      DifficultyModel again = taught(DifficultyModel.START, 2, 200, 5, new SplittableRandom(seed));
      assertEquals(once, again);
      Map<String, FamilyEffects> copied = new HashMap<>();
      once.families().forEach((f, e) -> copied.put(f, new FamilyEffects(e.mean(), e.covariance())));
      DifficultyModel restored = new DifficultyModel(once.ability(), copied, once.calibration());
      assertEquals(
          taught(once, 3, 50, 5, new SplittableRandom(1)),
          taught(restored, 3, 50, 5, new SplittableRandom(1)));
    }
  }

  @Test
  void cellsBeyondAllThatWasTriedAreForetoldWithinTheirInterval() {
    int covered = 0;
    int cells = 0;
    for (int seed = 0; seed < 40; seed++) {
      DifficultyModel model = taught(DifficultyModel.START, 2, 300, 4, new SplittableRandom(seed));
      for (Levels levels : List.of(at(5, 4), at(4, 2), at(1, 4), at(5, 0))) {
        Forecast forecast = model.forecast("sum", levels);
        double truth = solved(2, levels);
        assertTrue(forecast.low() < forecast.high());
        if (forecast.low() <= truth && truth <= forecast.high()) covered++;
        cells++;
      }
    }
    assertTrue(covered >= 0.9 * cells, covered + " of " + cells);
  }

  @Test
  void aRunThatLearnsIsForetoldToDoSo() {
    SplittableRandom random = new SplittableRandom(4);
    DifficultyModel weak = taught(DifficultyModel.START, 0, 200, 5, random);
    DifficultyModel strong = taught(weak, 4, 400, 5, random);
    assertTrue(weak.forecast("sum", at(3, 3)).solved() < 0.15);
    assertTrue(strong.forecast("sum", at(3, 3)).solved() > 0.35);
    double fresh = weak.forecast("other", at(0, 0)).solved();
    assertTrue(strong.forecast("other", at(0, 0)).solved() > fresh, "ability is shared");
  }

  @Test
  void aVerifierThatSaysNothingTeachesNothing() {
    Reliability coin = new Reliability(0.5, 0.5);
    DifficultyModel before = taught(DifficultyModel.START, 2, 100, 5, new SplittableRandom(0));
    assertSame(before, before.after("sum", at(0, 0), coin, 1, true));
    assertEquals(0.5, before.prior("sum", at(7, 4), coin));
  }

  @Test
  void aLenientVerifierIsSeenThrough() {
    Reliability lenient = new Reliability(0.98, 0.4);
    SplittableRandom random = new SplittableRandom(8);
    DifficultyModel model = DifficultyModel.START;
    for (int i = 0; i < 400; i++)
      model = model.after("sum", at(0, 0), lenient, share(0.4, random), i == 0);
    assertTrue(model.forecast("sum", at(0, 0)).solved() < 0.1);
    assertEquals(0.4, model.forecast("sum", at(0, 0)).passed(lenient), 0.06);
  }

  @Test
  void whatIsNotFiniteIsRefused() {
    assertThrows(IllegalArgumentException.class, () -> new Normal(Double.NaN, 1));
    assertThrows(IllegalArgumentException.class, () -> new Normal(0, 0));
    assertThrows(IllegalArgumentException.class, () -> new Observation(Double.NaN, EXACT));
    assertThrows(
        IllegalArgumentException.class,
        () -> new FamilyEffects(List.of(0.0, 1.0), List.of(1.0, 0.0, 0.0)));
    assertThrows(
        IllegalArgumentException.class, () -> new FamilyEffects(List.of(Double.NaN), List.of(1.0)));
    assertThrows(IllegalArgumentException.class, () -> new Calibration(-1, 0, 0, 0));
  }
}
