package dev.whetstone.curriculum.bakeoff;

import java.util.List;
import java.util.OptionalInt;

/**
 * How one rule did in one world with one seed.
 *
 * @param steps until the mean skill was 5; empty if never
 * @param mean skill at the end
 * @param worst family's skill at the end
 * @param wasted share of the prompts that taught nothing
 */
record Score(OptionalInt steps, double mean, double worst, double wasted, long extraRollouts) {
  /** Over seeds; steps over those that reached the skill, NaN if none did. */
  record Summary(
      double steps,
      double deviation,
      int reached,
      int seeds,
      double mean,
      double worst,
      double wasted,
      double extraRollouts) {}

  static Summary summary(List<Score> scores) {
    List<Double> steps =
        scores.stream()
            .filter(s -> s.steps.isPresent())
            .map(s -> (double) s.steps.getAsInt())
            .toList();
    double mean = mean(steps);
    double variance = mean(steps.stream().map(s -> (s - mean) * (s - mean)).toList());
    return new Summary(
        mean,
        Math.sqrt(variance),
        steps.size(),
        scores.size(),
        mean(scores.stream().map(Score::mean).toList()),
        mean(scores.stream().map(Score::worst).toList()),
        mean(scores.stream().map(Score::wasted).toList()),
        mean(scores.stream().map(s -> (double) s.extraRollouts).toList()));
  }

  private static double mean(List<Double> values) {
    return values.stream().mapToDouble(Double::doubleValue).average().orElse(Double.NaN);
  }
}
