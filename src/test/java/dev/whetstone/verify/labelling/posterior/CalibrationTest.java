package dev.whetstone.verify.labelling.posterior;

import static java.util.Comparator.comparingDouble;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.IntToDoubleFunction;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CalibrationTest {
  private static final int ITEMS = 120;
  private static final int RUNS = 50;
  private static final int DRAWS = 160;

  /** How sure one was of an item's class, and whether it was that. */
  private record Claim(double probability, boolean right) {
    static Claim of(int classes, int truth, IntToDoubleFunction probability) {
      int best =
          IntStream.range(0, classes)
              .boxed()
              .max(comparingDouble(probability::applyAsDouble))
              .orElseThrow();
      return new Claim(probability.applyAsDouble(best), best == truth);
    }
  }

  /** Five raters, each as good as it happens. */
  private static double[] raters(long seed) {
    return new SplittableRandom(seed).doubles(5, 0.55, 0.95).toArray();
  }

  private static Simulated simulated(int run, int classes) {
    return Simulated.votes(raters(run), ITEMS, classes, 500 + run);
  }

  private static SampledPosterior sampled(Simulated simulated, int run) {
    return SampledPosterior.of(
        simulated.votes(), RaterPrior.WEAK, DRAWS, new SplittableRandom(run));
  }

  @ParameterizedTest
  @ValueSource(ints = {2, 3})
  void aPosteriorIsRightAsOftenAsItSaysAndAVoteShareIsNot(int classes) {
    List<Claim> sampled = new ArrayList<>();
    List<Claim> fitted = new ArrayList<>();
    List<Claim> voted = new ArrayList<>();
    for (int run = 0; run < RUNS; run++) {
      Simulated simulated = simulated(run, classes);
      SampledPosterior posterior = sampled(simulated, run);
      DawidSkene fit = DawidSkene.fit(simulated.votes(), RaterPrior.WEAK);
      for (int i = 0; i < ITEMS; i++) {
        int item = i;
        int truth = simulated.truth().get(i);
        double[] shares = simulated.voteShares(i);
        sampled.add(Claim.of(classes, truth, k -> posterior.probability(item, k)));
        fitted.add(Claim.of(classes, truth, k -> fit.probability(item, k)));
        voted.add(Claim.of(classes, truth, k -> shares[k]));
      }
    }
    assertEquals(0, gap(sampled, 0, 2), 0.015);
    assertEquals(0, gap(sampled, 0.5, 0.7), 0.06);
    assertEquals(0, gap(sampled, 0.7, 0.9), 0.05);
    assertEquals(0, gap(sampled, 0.9, 2), 0.015);
    assertTrue(Math.abs(gap(sampled, 0, 2)) < gap(fitted, 0, 2));
    assertTrue(Math.abs(gap(voted, 0, 2)) > 0.05);
    assertTrue(right(sampled) > right(voted) - 0.005);
  }

  /** Claimed less true, on average over claims of such a probability. */
  private static double gap(List<Claim> claims, double from, double to) {
    return claims.stream()
        .filter(claim -> claim.probability >= from && claim.probability < to)
        .mapToDouble(claim -> claim.probability - (claim.right ? 1 : 0))
        .average()
        .orElseThrow();
  }

  private static double right(List<Claim> claims) {
    return claims.stream().mapToDouble(claim -> claim.right ? 1 : 0).average().orElseThrow();
  }

  @ParameterizedTest
  @ValueSource(ints = {2, 3})
  void intervalsOfSharesAndAccuraciesCoverTheTruth(int classes) {
    int shares = 0;
    int accuracies = 0;
    for (int run = 0; run < RUNS; run++) {
      SampledPosterior posterior = sampled(simulated(run, classes), run);
      if (posterior.share(0).contains(0.5)) shares++;
      for (int r = 0; r < 5; r++) if (posterior.accuracy(r).contains(raters(run)[r])) accuracies++;
    }
    assertTrue(shares >= 0.88 * RUNS, shares + " of " + RUNS);
    assertTrue(accuracies >= 0.9 * 5 * RUNS, accuracies + " of " + 5 * RUNS);
  }

  @Test
  void oneRaterAloneIsBelievedAsFarAsThePriorGoes() {
    List<Vote> all = IntStream.range(0, 60).mapToObj(i -> new Vote(i, 0, i % 2)).toList();
    Votes votes = new Votes(60, 1, 2, all);
    SampledPosterior posterior =
        SampledPosterior.of(votes, RaterPrior.WEAK, 400, new SplittableRandom(1));
    assertEquals(0.7, posterior.probability(1, 1), 0.05);
    assertEquals(0.7, posterior.accuracy(0).low(), 1e-9);
  }

  @Test
  void aPriorWithoutWeightAndDrawsWithoutTailsAreRefused() {
    Votes votes = new Votes(1, 1, 2, List.of());
    SplittableRandom random = new SplittableRandom(1);
    assertThrows(
        IllegalArgumentException.class,
        () -> SampledPosterior.of(votes, RaterPrior.NONE, 100, random));
    assertThrows(
        IllegalArgumentException.class,
        () -> SampledPosterior.of(votes, RaterPrior.WEAK, 39, random));
  }
}
