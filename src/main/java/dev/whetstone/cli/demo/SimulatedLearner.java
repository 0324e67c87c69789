package dev.whetstone.cli.demo;

import dev.whetstone.cli.client.KnownTask;
import dev.whetstone.task.Levels;
import dev.whetstone.task.family.Families;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;
import java.util.stream.Stream;

/**
 * No model: one number for each family, its skill. A task is solved with a probability that is
 * logistic in skill minus difficulty, or by luck where the answers are few; the skill grows by what
 * the rewards of a group say about the truth (the covariance of the standardised reward with it),
 * as policy gradient would have it.
 */
final class SimulatedLearner {
  private static final double SLOPE = 1.2;
  private static final double LEARNING_RATE = 0.045;

  /** Families are learned at speeds between these two, times the rate. */
  private static final double SLOWEST = 0.6;

  private static final double FASTEST = 1.4;

  /** Below this chance of being right, a guess is not worth making. */
  private static final double WORTH_GUESSING = 0.2;

  /** Less variance than this is rounding. */
  private static final double FLAT = 1e-12;

  private final Map<String, Double> skill = new LinkedHashMap<>();
  private final Map<String, Double> speed = new LinkedHashMap<>();
  private final RandomGenerator random;

  SimulatedLearner(List<String> families, String seed) {
    random = new SplittableRandom(seed.hashCode());
    for (String family : families) {
      skill.put(family, 0.0);
      speed.put(family, random.nextDouble(SLOWEST, FASTEST));
    }
  }

  /** One more than the sum of the levels is solved by half at that skill. */
  static double passRate(double skill, Levels levels) {
    int difficulty = levels.indices().stream().mapToInt(Integer::intValue).sum();
    return 1 / (1 + Math.exp(-SLOPE * (skill - (difficulty - 1))));
  }

  Attempt attempt(KnownTask task, int group) {
    double rate = passRate(skill.get(task.family()), task.identity().levels());
    return new Attempt(task, draws(rate, group), draws(luck(task.family()), group));
  }

  private static double luck(String family) {
    double chance = Families.named(family).orElseThrow().chance();
    return chance < WORTH_GUESSING ? 0 : chance;
  }

  private List<Boolean> draws(double rate, int count) {
    return Stream.generate(() -> random.nextDouble() < rate).limit(count).toList();
  }

  /** Learns from the rewards alone; a group whose rewards are all the same teaches nothing. */
  void learn(Attempt attempt, double[] rewards) {
    String family = attempt.task().family();
    double gain = LEARNING_RATE * speed.get(family) * gradient(attempt.truth(), rewards);
    skill.merge(family, gain, Double::sum);
  }

  double skill(String family) {
    return skill.get(family);
  }

  /** Mean over the group of standardised reward times centred truth. */
  static double gradient(List<Boolean> truth, double[] rewards) {
    double[] right = truth.stream().mapToDouble(known -> known ? 1 : 0).toArray();
    double variance = covariance(rewards, rewards);
    return variance < FLAT ? 0 : covariance(rewards, right) / Math.sqrt(variance);
  }

  private static double covariance(double[] a, double[] b) {
    double meanA = Arrays.stream(a).average().orElse(0);
    double meanB = Arrays.stream(b).average().orElse(0);
    double sum = 0;
    for (int i = 0; i < a.length; i++) sum += (a[i] - meanA) * (b[i] - meanB);
    return sum / a.length;
  }
}
