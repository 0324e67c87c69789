package dev.whetstone.verify.labelling.agreement;

import java.util.List;
import java.util.OptionalDouble;
import java.util.stream.Collectors;

/**
 * Agreement of any number of raters beyond chance, with missing values; Krippendorff 2011,
 * "Computing Krippendorff's Alpha-Reliability".
 *
 * @param observed the mean squared distance of two values of one item
 * @param expected the same of two values of any items
 */
public record KrippendorffAlpha(double observed, double expected) {
  public KrippendorffAlpha {
    if (!(observed >= 0 && expected >= 0))
      throw new IllegalArgumentException("distances " + observed + " and " + expected);
  }

  /**
   * @param items of each item the values given, without the missing ones
   * @throws IllegalArgumentException where no item has two values
   */
  public static KrippendorffAlpha of(List<List<Double>> items, Distance distance) {
    List<List<Double>> paired = items.stream().filter(item -> item.size() > 1).toList();
    List<Double> all = paired.stream().flatMap(List::stream).toList();
    if (all.isEmpty()) throw new IllegalArgumentException("no item has two values");
    if (!all.stream().allMatch(Double::isFinite)) throw new IllegalArgumentException("no number");
    double observed =
        paired.stream().mapToDouble(item -> sum(item, distance) / (item.size() - 1)).sum();
    double expected = sum(all, distance) / (all.size() - 1);
    return new KrippendorffAlpha(observed / all.size(), expected / all.size());
  }

  /** α = 1 - observed / expected; none where all values are the same. */
  public OptionalDouble alpha() {
    return expected == 0 ? OptionalDouble.empty() : OptionalDouble.of(1 - observed / expected);
  }

  /** Over all ordered pairs, by the counts of equal values. */
  private static double sum(List<Double> values, Distance distance) {
    var counts = values.stream().collect(Collectors.groupingBy(v -> v, Collectors.counting()));
    double sum = 0;
    for (var one : counts.entrySet())
      for (var other : counts.entrySet())
        sum += distance.squared(one.getKey(), other.getKey()) * one.getValue() * other.getValue();
    return sum;
  }
}
