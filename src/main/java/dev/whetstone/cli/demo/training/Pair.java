package dev.whetstone.cli.demo.training;

import java.util.Collections;
import java.util.List;
import java.util.OptionalDouble;
import java.util.stream.IntStream;

/**
 * One seed's pass rates on the evaluation split, after every so many rollouts from the same start.
 *
 * @param ours by our curriculum, the start first
 * @param uniform with all cells asked alike
 */
record Pair(int seed, List<Double> ours, List<Double> uniform) {
  /** Evaluations whose mean counts as the pass rate at the last of them. */
  private static final int SMOOTHED = 3;

  /** Of the gain that both reach; all of it is touched by luck alone. */
  private static final double SHARE = 0.9;

  /** A gain below this is none. */
  private static final double LEAST_GAIN = 0.01;

  Pair {
    ours = List.copyOf(ours);
    uniform = List.copyOf(uniform);
    if (ours.isEmpty() || ours.size() != uniform.size())
      throw new IllegalArgumentException("seed " + seed + " has not as many evaluations of both");
  }

  /** Both begin here. */
  double start() {
    return (ours.getFirst() + uniform.getFirst()) / 2;
  }

  /** The pass rate at which the two are compared: nine tenths of the gain that both reach. */
  double target() {
    double both = Math.min(Collections.max(smoothed(ours)), Collections.max(smoothed(uniform)));
    return start() + SHARE * (both - start());
  }

  /** Evaluations until the target, ours over uniform; empty where one of them gains nothing. */
  OptionalDouble ratio() {
    if (target() - start() < SHARE * LEAST_GAIN) return OptionalDouble.empty();
    return OptionalDouble.of(untilTarget(ours) / untilTarget(uniform));
  }

  /** How many evaluations it takes from the start, by a straight line between two of them. */
  double untilTarget(List<Double> curve) {
    List<Double> rates = smoothed(curve);
    int reached = 0;
    while (rates.get(reached) < target()) reached++;
    if (reached == 0) return 0;
    double before = rates.get(reached - 1);
    return reached - 1 + (target() - before) / (rates.get(reached) - before);
  }

  static List<Double> smoothed(List<Double> curve) {
    return IntStream.range(0, curve.size())
        .mapToObj(i -> curve.subList(Math.max(0, i - SMOOTHED + 1), i + 1))
        .map(window -> window.stream().mapToDouble(Double::doubleValue).average().orElseThrow())
        .toList();
  }
}
