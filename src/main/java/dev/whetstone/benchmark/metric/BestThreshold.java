package dev.whetstone.benchmark.metric;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * The threshold on P(right) that gives the highest ProcessBench F1 on given solutions: fair on
 * training data, an upper bound (an oracle) on the data that is measured.
 *
 * @param threshold a step is wrong below it
 * @param f1 what it reaches on those solutions
 */
public record BestThreshold(double threshold, double f1) {
  /**
   * @param right P(right) of each step
   * @param firstError the first wrong step, from 0; empty if there is none
   */
  public record Solution(List<Double> right, OptionalInt firstError) {}

  /** It is answered exactly at the thresholds in (above, upTo]. */
  private record Window(double above, double upTo, boolean erroneous) {}

  private record Edge(double at, boolean erroneous, int change) {}

  /** Empty unless there are erroneous and correct solutions. */
  public static Optional<BestThreshold> of(List<Solution> solutions) {
    List<Window> windows = solutions.stream().map(BestThreshold::window).toList();
    long erroneous = windows.stream().filter(Window::erroneous).count();
    long correct = windows.size() - erroneous;
    if (erroneous == 0 || correct == 0) return Optional.empty();
    return Optional.of(sweep(edges(windows), erroneous, correct));
  }

  private static Window window(Solution solution) {
    int end = solution.firstError().orElse(solution.right().size());
    double lowest = solution.right().stream().limit(end).mapToDouble(p -> p).min().orElse(1);
    return solution.firstError().isPresent()
        ? new Window(solution.right().get(end), lowest, true)
        : new Window(Double.NEGATIVE_INFINITY, lowest, false);
  }

  private static Edge[] edges(List<Window> windows) {
    List<Edge> edges = new ArrayList<>();
    for (Window window : windows)
      if (window.above() < window.upTo()) {
        edges.add(new Edge(window.above(), window.erroneous(), 1));
        edges.add(new Edge(window.upTo(), window.erroneous(), -1));
      }
    return edges.stream().sorted(Comparator.comparingDouble(Edge::at)).toArray(Edge[]::new);
  }

  /** Between two edges nothing changes; a threshold lies in the middle of such a stretch. */
  private static BestThreshold sweep(Edge[] edges, long erroneous, long correct) {
    long located = 0;
    long accepted = Arrays.stream(edges).filter(e -> !e.erroneous() && e.change() > 0).count();
    BestThreshold best = new BestThreshold(0, 0);
    for (int i = 0; i < edges.length; i++) {
      if (edges[i].at() == Double.NEGATIVE_INFINITY) continue;
      if (edges[i].erroneous()) located += edges[i].change();
      else accepted += edges[i].change();
      double next = i + 1 < edges.length ? edges[i + 1].at() : 1;
      double f1 = Decisions.f1((double) located / erroneous, (double) accepted / correct);
      if (next > edges[i].at() && f1 > best.f1())
        best = new BestThreshold((edges[i].at() + next) / 2, f1);
    }
    return best;
  }
}
