package dev.whetstone.benchmark.review;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

/**
 * A world of rewarded solutions of which 8 % have a wrong step, and a step verifier that tells them
 * apart with an AUC of .8 and is overconfident by a factor of 1.5 in its log odds.
 */
class RoutingSimulationTest {
  private static final int SOLUTIONS = 5_000;
  private static final int LABELS = 100;
  private static final double FLAWED = 0.08;
  private static final double SEPARATION = 1.2;
  private static final double OVERCONFIDENCE = 1.5;

  /** What is so, and what the verifier says. */
  private static final class World {
    private final boolean[] flawed = new boolean[SOLUTIONS];
    private final double[] values = new double[SOLUTIONS];

    World(SplittableRandom random) {
      for (int i = 0; i < SOLUTIONS; i++) {
        flawed[i] = random.nextDouble() < FLAWED;
        values[i] = new Value(1, 1 - doubt(flawed[i], random), 1).value();
      }
    }

    /** P(flawed) from a normal score that is higher by the separation where it is flawed. */
    private static double doubt(boolean flawed, SplittableRandom random) {
      double score = random.nextGaussian() + (flawed ? SEPARATION : 0);
      double evidence = SEPARATION * score - SEPARATION * SEPARATION / 2;
      double odds = OVERCONFIDENCE * (evidence + Math.log(FLAWED / (1 - FLAWED)));
      return 1 / (1 + Math.exp(-odds));
    }

    double errorRate() {
      int errors = 0;
      for (boolean one : flawed) if (one) errors++;
      return (double) errors / SOLUTIONS;
    }
  }

  private record Drawn(int labels, int errors, HorvitzThompson rate) {
    static Drawn of(World world, double[] inclusion, SplittableRandom random) {
      HorvitzThompson.Sum sum = new HorvitzThompson.Sum();
      int labels = 0;
      int errors = 0;
      for (int i = 0; i < SOLUTIONS; i++)
        if (random.nextDouble() < inclusion[i]) {
          labels++;
          if (world.flawed[i]) errors++;
          sum.add(world.flawed[i] ? 1 : 0, inclusion[i]);
        }
      return new Drawn(labels, errors, sum.over(SOLUTIONS));
    }
  }

  @Test
  void routedItemsFindTwiceTheErrorsPerLabelOfRandomAuditing() {
    SplittableRandom random = new SplittableRandom(3);
    double[] even = new double[SOLUTIONS];
    Arrays.fill(even, (double) LABELS / SOLUTIONS);
    double routed = 0;
    double audited = 0;
    double routedLabels = 0;
    double auditedLabels = 0;
    for (int seed = 0; seed < 200; seed++) {
      World world = new World(random);
      Drawn byValue = Drawn.of(world, Inclusion.probabilities(world.values, LABELS, 0.2), random);
      Drawn byChance = Drawn.of(world, even, random);
      routed += byValue.errors;
      routedLabels += byValue.labels;
      audited += byChance.errors;
      auditedLabels += byChance.labels;
    }
    double times = (routed / routedLabels) / (audited / auditedLabels);
    System.out.printf("errors per label, routed to random: %.2f%n", times);
    assertEquals(LABELS, routedLabels / 200, 2);
    assertTrue(times >= 2, "times as many errors per label: " + times);
  }

  @Test
  void theEstimatedErrorRateIsUnbiasedAndItsStandardErrorHonest() {
    SplittableRandom random = new SplittableRandom(4);
    World world = new World(random);
    double[] inclusion = Inclusion.probabilities(world.values, LABELS, 0.2);
    int seeds = 4_000;
    double sum = 0;
    double squares = 0;
    double variance = 0;
    for (int seed = 0; seed < seeds; seed++) {
      HorvitzThompson rate = Drawn.of(world, inclusion, random).rate();
      sum += rate.estimate();
      squares += rate.estimate() * rate.estimate();
      variance += rate.standardError() * rate.standardError();
    }
    double mean = sum / seeds;
    double spread = Math.sqrt(squares / seeds - mean * mean);
    System.out.printf(
        "error rate %.4f, mean estimate %.4f, spread %.4f, mean standard error %.4f%n",
        world.errorRate(), mean, spread, Math.sqrt(variance / seeds));
    assertEquals(world.errorRate(), mean, 3 * spread / Math.sqrt(seeds));
    assertEquals(1, Math.sqrt(variance / seeds) / spread, 0.1);
  }
}
