package dev.whetstone.reward;

import java.util.Objects;

/**
 * What a proposer is paid: max(0, shape(p) - repetition), as in R-Zero (Huang et al. 2025), with
 * what that would be over the 95 % interval of p (Wilson 1927).
 *
 * @param value paid, in [0, 1]
 * @param low the least over the interval, and no more than {@code value}
 * @param high the most over the interval, and no less than {@code value}
 * @param passRate share of the attempts that passed
 * @param learnability of the shape at that rate, before repetition
 * @param repetition share, in [0, 1], of the proposer's latest tasks that were like this one
 * @param attempts that were judged
 */
public record ProposerReward(
    double value,
    double low,
    double high,
    double passRate,
    double learnability,
    double repetition,
    int attempts,
    LearnabilityShape shape) {
  private static final double QUANTILE = 1.96;

  public ProposerReward {
    Objects.requireNonNull(shape);
    if (!(0 <= low && low <= value && value <= high && high <= 1))
      throw new IllegalArgumentException(low + " to " + value + " to " + high);
  }

  /**
   * @param attempts judged, at least 1
   * @param repetition share in [0, 1]
   */
  public static ProposerReward of(
      LearnabilityShape shape, int passed, int attempts, double repetition) {
    if (attempts < 1 || passed < 0 || passed > attempts)
      throw new IllegalArgumentException(passed + " of " + attempts);
    if (!(repetition >= 0 && repetition <= 1))
      throw new IllegalArgumentException("repetition: " + repetition);
    double rate = (double) passed / attempts;
    double square = QUANTILE * QUANTILE / attempts;
    double centre = (rate + square / 2) / (1 + square);
    double half = StrictMath.sqrt(square * rate * (1 - rate) + square * square / 4) / (1 + square);
    double from = Math.max(0, centre - half);
    double to = Math.min(1, centre + half);
    double value = paid(shape.of(rate), repetition);
    return new ProposerReward(
        value,
        Math.min(value, paid(shape.least(from, to), repetition)),
        Math.max(value, paid(shape.most(from, to), repetition)),
        rate,
        shape.of(rate),
        repetition,
        attempts,
        shape);
  }

  private static double paid(double learnability, double repetition) {
    return Math.max(0, learnability - repetition);
  }
}
