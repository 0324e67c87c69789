package dev.whetstone.benchmark.metric;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class BootstrapTest {
  @Test
  void theIntervalHoldsTheTruthAboutNineteenTimesInTwenty() {
    int held = 0;
    int simulations = 400;
    for (int simulation = 0; simulation < simulations; simulation++) {
      Estimate mean = mean(new Random(simulation), new Bootstrap(300, simulation));
      if (mean.low() <= 0.5 && 0.5 <= mean.high()) held++;
    }
    assertEquals(0.95, (double) held / simulations, 0.035);
  }

  /** 60 problems with 6 steps each, that are right by the problem's own probability. */
  private static Estimate mean(Random random, Bootstrap bootstrap) {
    List<String> problems = new ArrayList<>();
    boolean[] right = new boolean[360];
    for (int i = 0; i < right.length; i++) problems.add("problem " + i / 6);
    for (int problem = 0; problem < 60; problem++) {
      double p = random.nextDouble();
      for (int step = 0; step < 6; step++) right[problem * 6 + step] = random.nextDouble() < p;
    }
    Clusters clusters = Clusters.of(problems);
    return bootstrap.estimate(clusters, weights -> share(right, clusters, weights)).orElseThrow();
  }

  private static double share(boolean[] right, Clusters clusters, int[] weights) {
    double sum = 0;
    double all = 0;
    for (int i = 0; i < right.length; i++) {
      int weight = weights[clusters.of()[i]];
      all += weight;
      if (right[i]) sum += weight;
    }
    return sum / all;
  }

  @Test
  void theSameSeedGivesTheSameBounds() {
    assertEquals(
        mean(new Random(1), new Bootstrap(200, 5)), mean(new Random(1), new Bootstrap(200, 5)));
  }

  @Test
  void whatTheDataDoNotHaveHasNoEstimate() {
    assertEquals(
        Optional.empty(), new Bootstrap(100, 1).estimate(RankingTest.alone(3), w -> Double.NaN));
  }

  @Test
  void drawsWithoutTheNumberAreLeftOut() {
    Estimate estimate =
        new Bootstrap(1000, 1)
            .estimate(RankingTest.alone(2), w -> w[0] == 0 ? Double.NaN : 1)
            .orElseThrow();
    assertEquals(new Estimate(1, 1, 1), estimate);
  }

  @Test
  void aThousandDrawsOfFourThousandStepsTakeSeconds() {
    Random random = new Random(3);
    int steps = 4000;
    boolean[] wrong = new boolean[steps];
    for (int i = 0; i < steps; i++) wrong[i] = random.nextBoolean();
    Clusters clusters =
        Clusters.of(IntStream.range(0, steps).mapToObj(i -> "problem " + i % 90).toList());
    Ranking ranking = new Ranking(random.doubles(steps).toArray(), wrong, clusters);
    long start = System.nanoTime();
    Estimate auc = new Bootstrap(1000, 1).estimate(clusters, ranking::auc).orElseThrow();
    assertTrue(auc.low() < 0.5 && auc.high() > 0.5, auc::toString);
    assertTrue(System.nanoTime() - start < 5_000_000_000L);
  }
}
