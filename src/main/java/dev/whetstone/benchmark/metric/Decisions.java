package dev.whetstone.benchmark.metric;

import java.util.List;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;

/**
 * What was decided of whole solutions whose first wrong step is known, as ProcessBench measures it
 * (Zheng et al., 2024, arXiv:2412.06559, section 3.3). A measure is NaN where nothing it is a share
 * of has weight.
 */
public final class Decisions {
  private final Clusters clusters;
  private final List<Decision> decisions;

  /**
   * @param erroneous whether it has a wrong step
   * @param exact whether the first wrong step, or that there is none, was said exactly
   * @param solution whether it was said rightly that some step is wrong, or that none is
   */
  public record Decision(boolean erroneous, boolean exact, boolean solution) {
    public Decision {
      if (exact && !solution)
        throw new IllegalArgumentException("who finds the step knows that there is one");
    }
  }

  public Decisions(List<Decision> decisions, Clusters clusters) {
    this.decisions = List.copyOf(decisions);
    this.clusters = clusters;
  }

  public Clusters clusters() {
    return clusters;
  }

  /** Some of them, drawn as part of the whole. */
  public Decisions part(IntPredicate decision) {
    List<Integer> kept = IntStream.range(0, decisions.size()).filter(decision).boxed().toList();
    return new Decisions(kept.stream().map(decisions::get).toList(), clusters.part(kept));
  }

  /** Share of the erroneous solutions whose first wrong step was said exactly. */
  public double erroneousAccuracy(int[] weights) {
    Share share = new Share();
    for (int i = 0; i < decisions.size(); i++)
      if (decisions.get(i).erroneous()) share.add(weight(weights, i), decisions.get(i).exact());
    return share.value();
  }

  /** Share of the correct solutions that were said to have no wrong step. */
  public double correctAccuracy(int[] weights) {
    Share share = new Share();
    for (int i = 0; i < decisions.size(); i++)
      if (!decisions.get(i).erroneous()) share.add(weight(weights, i), decisions.get(i).exact());
    return share.value();
  }

  /** The harmonic mean of the two accuracies, 0 where one of them is. */
  public double f1(int[] weights) {
    return f1(erroneousAccuracy(weights), correctAccuracy(weights));
  }

  static double f1(double erroneousAccuracy, double correctAccuracy) {
    double sum = erroneousAccuracy + correctAccuracy;
    return sum == 0 ? 0 : 2 * erroneousAccuracy * correctAccuracy / sum;
  }

  /** Share of all solutions whose first wrong step, or its absence, was said exactly. */
  public double firstErrorAccuracy(int[] weights) {
    Share share = new Share();
    for (int i = 0; i < decisions.size(); i++)
      share.add(weight(weights, i), decisions.get(i).exact());
    return share.value();
  }

  /** Share of all solutions of which it was said rightly whether any step is wrong. */
  public double solutionAccuracy(int[] weights) {
    Share share = new Share();
    for (int i = 0; i < decisions.size(); i++)
      share.add(weight(weights, i), decisions.get(i).solution());
    return share.value();
  }

  private int weight(int[] weights, int decision) {
    return weights[clusters.of()[decision]];
  }

  private static final class Share {
    private double hits;
    private double all;

    void add(int weight, boolean hit) {
      all += weight;
      if (hit) hits += weight;
    }

    double value() {
      return hits / all;
    }
  }
}
