package dev.whetstone.verify.labelling.sequential;

import dev.whetstone.verify.labelling.sequential.SequentialTest.Finding;
import java.util.EnumMap;
import java.util.Map;

/**
 * Where a truncated test ends for proofs of one rate, and how long it takes; exact, over all paths.
 *
 * @param flawed the share that it calls flawed
 * @param correct the share that it calls correct
 * @param open the share that is undecided after the last analysis
 * @param meanAnalyses analyses until the end, on average
 */
public record OperatingCharacteristic(
    double flawed, double correct, double open, double meanAnalyses) {

  /**
   * @param rate how often an analysis of these proofs is valid
   */
  public static OperatingCharacteristic of(SequentialTest test, int maxAnalyses, double rate) {
    Map<Finding, Double> ends = new EnumMap<>(Finding.class);
    double mean = 0;
    double[] open = new double[maxAnalyses + 1]; // by valid analyses
    open[0] = 1;
    for (int n = 1; n <= maxAnalyses; n++) {
      for (int valid = 0; valid < n; valid++) mean += open[valid];
      step(open, n, rate);
      for (int valid = 0; valid <= n; valid++)
        if (n == maxAnalyses || test.of(n, valid) != Finding.OPEN) {
          ends.merge(test.of(n, valid), open[valid], Double::sum);
          open[valid] = 0;
        }
    }
    return new OperatingCharacteristic(
        ends.getOrDefault(Finding.FLAWED, 0.0),
        ends.getOrDefault(Finding.CORRECT, 0.0),
        ends.getOrDefault(Finding.OPEN, 0.0),
        mean);
  }

  private static void step(double[] open, int n, double rate) {
    for (int valid = n; valid >= 0; valid--)
      open[valid] = open[valid] * (1 - rate) + (valid > 0 ? open[valid - 1] * rate : 0);
  }
}
