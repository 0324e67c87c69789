package dev.whetstone.training;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Function;

/**
 * Where a whole solution scores 1/2, and where 1, by its P(no step is wrong). It scores 1 from
 * where the mean of the shares of right ways from there on and of wrong ways below is highest, and
 * 1/2 from the median of the wrong ways, each problem counting once.
 *
 * @param half at most full
 */
record WholeThresholds(double half, double full) {
  private static final WholeThresholds UNKNOWN = new WholeThresholds(0.25, 0.5);

  /**
   * @param weight so that each problem counts once, and right ways as much as wrong ones
   */
  private record Whole(double value, boolean right, double weight) {}

  /** 1/4 and 1/2 where there are no right ways or no wrong ones. */
  static WholeThresholds of(List<Ways> problems) {
    List<Whole> wholes = new ArrayList<>(wholes(problems, Ways::right, true));
    wholes.addAll(wholes(problems, Ways::wrong, false));
    if (wholes.stream().map(Whole::right).distinct().count() < 2) return UNKNOWN;
    wholes.sort(Comparator.comparingDouble(Whole::value));
    double full = best(wholes);
    return new WholeThresholds(Math.min(full, wrongMedian(wholes)), full);
  }

  private static List<Whole> wholes(
      List<Ways> problems, Function<Ways, List<Ways.Way>> kind, boolean right) {
    List<List<Ways.Way>> all = problems.stream().map(kind).filter(w -> !w.isEmpty()).toList();
    List<Whole> wholes = new ArrayList<>();
    for (List<Ways.Way> ways : all)
      for (Ways.Way way : ways)
        wholes.add(new Whole(way.whole(), right, 1.0 / ways.size() / all.size()));
    return wholes;
  }

  /** Half way between the wholes on either side of the best cut. */
  private static double best(List<Whole> ascending) {
    double gain = 0;
    double most = Double.NEGATIVE_INFINITY;
    double best = UNKNOWN.full;
    for (int i = 0; i < ascending.size() - 1; i++) {
      Whole whole = ascending.get(i);
      gain += whole.right ? -whole.weight : whole.weight;
      if (gain > most) {
        most = gain;
        best = (whole.value + ascending.get(i + 1).value) / 2;
      }
    }
    return best;
  }

  private static double wrongMedian(List<Whole> ascending) {
    double below = 0;
    for (Whole whole : ascending) {
      if (!whole.right) below += whole.weight;
      if (below >= 0.5) return whole.value;
    }
    return UNKNOWN.half;
  }

  /** One line for people. */
  String told(List<Ways> problems) {
    return "A solution is right from %.3f: on the validation data %.0f %% of right ways are, and %.0f %% of wrong ones"
        .formatted(full, 100 * from(problems, Ways::right), 100 * from(problems, Ways::wrong));
  }

  private double from(List<Ways> problems, Function<Ways, List<Ways.Way>> kind) {
    return wholes(problems, kind, true).stream()
        .filter(whole -> whole.value >= full)
        .mapToDouble(Whole::weight)
        .sum();
  }
}
