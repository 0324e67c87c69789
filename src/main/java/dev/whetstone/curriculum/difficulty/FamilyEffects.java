package dev.whetstone.curriculum.difficulty;

import dev.whetstone.task.Levels;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * What a run believes of one family: how much easier than others it is, and how many log-odds each
 * level of each control costs. No level makes a task easier.
 *
 * @param mean the offset, then a cost for each control in the family's order
 * @param covariance of these, row by row
 */
public record FamilyEffects(List<Double> mean, List<Double> covariance) {
  private static final double OFFSET_VARIANCE = 2;
  private static final double COST = 0.6;
  private static final double COST_VARIANCE = 0.1;

  /** Of the offset at each lesson of the family: what was learned there alone. */
  private static final double DRIFT = 0.01;

  public FamilyEffects {
    mean = List.copyOf(mean);
    covariance = List.copyOf(covariance);
    if (mean.isEmpty() || covariance.size() != mean.size() * mean.size())
      throw new IllegalArgumentException(mean.size() + " and " + covariance.size());
    for (double value : mean) requireFinite(value);
    for (double value : covariance) requireFinite(value);
  }

  private static void requireFinite(double value) {
    if (!Double.isFinite(value)) throw new IllegalArgumentException("not finite: " + value);
  }

  static FamilyEffects prior(int controls) {
    int size = controls + 1;
    List<Double> mean = new ArrayList<>(Collections.nCopies(size, COST));
    List<Double> covariance = new ArrayList<>(Collections.nCopies(size * size, 0.0));
    mean.set(0, 0.0);
    for (int i = 0; i < size; i++)
      covariance.set(i * size + i, i == 0 ? OFFSET_VARIANCE : COST_VARIANCE);
    return new FamilyEffects(mean, covariance);
  }

  /** What these levels add to the run's ability. */
  Normal at(Levels levels) {
    double sum = mean.getFirst();
    for (int i = 1; i < mean.size(); i++) sum -= cost(i) * levels.indices().get(i - 1);
    double[] spread = spread(levels);
    double variance = 0;
    for (int i = 0; i < spread.length; i++) variance += weight(levels, i) * spread[i];
    return new Normal(sum, Math.max(variance, Double.MIN_NORMAL));
  }

  private double cost(int control) {
    return Math.max(0, mean.get(control));
  }

  /**
   * The belief once the log-odds at these levels are known to be {@code after} where they were
   * {@code before}, both of ability and family together.
   */
  FamilyEffects after(Levels levels, Normal before, Normal after) {
    double[] spread = spread(levels);
    double shift = (after.mean() - before.mean()) / before.variance();
    double gone = (1 - after.variance() / before.variance()) / before.variance();
    int size = mean.size();
    List<Double> means = new ArrayList<>();
    List<Double> covariances = new ArrayList<>();
    for (int i = 0; i < size; i++) means.add(mean.get(i) + spread[i] * shift);
    for (int i = 0; i < size; i++)
      for (int j = 0; j < size; j++)
        covariances.add(covariance.get(i * size + j) - spread[i] * spread[j] * gone);
    covariances.set(0, covariances.getFirst() + DRIFT);
    return new FamilyEffects(withoutGains(means, covariances), covariances);
  }

  /** Where a level seems to make it easier, the belief given that it does not (Simon 2002). */
  private static List<Double> withoutGains(List<Double> mean, List<Double> covariance) {
    List<Double> costs = new ArrayList<>(mean);
    int size = costs.size();
    for (int control = 1; control < size; control++) {
      double gain = Math.min(0, costs.get(control)) / covariance.get(control * size + control);
      for (int i = 0; i < size; i++)
        costs.set(i, costs.get(i) - gain * covariance.get(i * size + control));
    }
    return costs;
  }

  private double[] spread(Levels levels) {
    int size = mean.size();
    double[] spread = new double[size];
    for (int i = 0; i < size; i++)
      for (int j = 0; j < size; j++) spread[i] += covariance.get(i * size + j) * weight(levels, j);
    return spread;
  }

  private static double weight(Levels levels, int i) {
    return i == 0 ? 1 : -levels.indices().get(i - 1);
  }
}
