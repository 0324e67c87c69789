package dev.whetstone.cli.demo;

import dev.whetstone.task.Levels;
import java.util.ArrayList;
import java.util.List;

/** Where one family stands: how often it was solved of late, its levels, its share. */
final class Standing {
  /** Answers over which the pass rate of now is taken. */
  private static final int WINDOW = 96;

  private final String family;
  private final List<Double> history = new ArrayList<>();
  private final Levels first;
  private Levels levels;
  private double share;
  private double rate = Double.NaN;
  private long groups;
  private long usable;

  Standing(String family, Levels levels) {
    this.family = family;
    this.first = levels;
    this.levels = levels;
  }

  void count(double[] rewards) {
    int passed = 0;
    for (double reward : rewards) if (reward >= 1) passed++;
    groups++;
    if (passed > 0 && passed < rewards.length) usable++;
    double now = (double) passed / rewards.length;
    double weight = Math.max((double) rewards.length / WINDOW, 1.0 / groups);
    rate = groups == 1 ? now : rate + Math.min(1, weight) * (now - rate);
  }

  void at(Levels levels, double share) {
    this.levels = levels;
    this.share = share;
    history.add(rate);
  }

  String family() {
    return family;
  }

  /** The pass rate of now; NaN before the first answer. */
  double rate() {
    return rate;
  }

  /** The pass rate each time it was looked at. */
  List<Double> history() {
    return history;
  }

  Levels levels() {
    return levels;
  }

  /** Levels gained over all controls since the start. */
  int gained() {
    return sum(levels) - sum(first);
  }

  double share() {
    return share;
  }

  long groups() {
    return groups;
  }

  long usable() {
    return usable;
  }

  private static int sum(Levels levels) {
    return levels.indices().stream().mapToInt(Integer::intValue).sum();
  }
}
