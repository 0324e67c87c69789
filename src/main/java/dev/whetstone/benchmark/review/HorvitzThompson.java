package dev.whetstone.benchmark.review;

/**
 * A share of a whole frame, estimated from what was drawn of it: Σ y_i / π_i / N (Horvitz and
 * Thompson 1952, "A Generalization of Sampling Without Replacement From a Finite Universe"), with
 * the variance of Poisson sampling, Σ (1 - π_i) y_i² / π_i² / N².
 *
 * @param estimate unbiased, so it may lie above 1
 */
public record HorvitzThompson(double estimate, double standardError) {
  /** Adds up what was found. */
  public static final class Sum {
    private double total;
    private double variance;

    /**
     * @param found y, the error of one drawn item
     * @param inclusion π, in (0, 1]
     */
    public void add(double found, double inclusion) {
      if (!(inclusion > 0 && inclusion <= 1))
        throw new IllegalArgumentException("an inclusion probability of " + inclusion);
      double weighted = found / inclusion;
      total += weighted;
      variance += (1 - inclusion) * weighted * weighted;
    }

    /**
     * @param size N, above 0
     */
    public HorvitzThompson over(long size) {
      return new HorvitzThompson(total / size, Math.sqrt(variance) / size);
    }
  }
}
