package dev.whetstone.verify.labelling.posterior;

import java.util.Arrays;

/** The shares of classes, and P(given | truth) of each rater. */
final class Parameters {
  final double[] shares;
  final double[][][] confusion;
  private final double[] logShares;
  private final double[][][] logConfusion;

  private Parameters(Counts counts) {
    shares = normalised(counts.items);
    confusion = new double[counts.votes.length][shares.length][];
    for (int rater = 0; rater < confusion.length; rater++)
      for (int truth = 0; truth < shares.length; truth++)
        confusion[rater][truth] =
            counts.tellOf(rater) ? normalised(counts.votes[rater][truth]) : prior(counts, truth);
    logShares = logs(shares);
    logConfusion =
        Arrays.stream(confusion)
            .map(rater -> Arrays.stream(rater).map(Parameters::logs).toArray(double[][]::new))
            .toArray(double[][][]::new);
  }

  private static double[] logs(double[] of) {
    return Arrays.stream(of).map(Math::log).toArray();
  }

  /** The most likely ones. */
  static Parameters of(Counts counts) {
    return new Parameters(counts);
  }

  /** P(truth | votes) of an item. */
  double[] posterior(Item item) {
    double[] log = logShares.clone();
    for (Vote vote : item.votes())
      for (int k = 0; k < log.length; k++) log[k] += logConfusion[vote.rater()][k][vote.given()];
    double most = Arrays.stream(log).max().orElseThrow(); // so that no product of many underflows
    for (int k = 0; k < log.length; k++) log[k] = Math.exp(log[k] - most);
    return normalised(log);
  }

  /** Without any weight, the same for all. */
  static double[] normalised(double[] weights) {
    double sum = Arrays.stream(weights).sum();
    return Arrays.stream(weights).map(w -> sum > 0 ? w / sum : 1.0 / weights.length).toArray();
  }

  private static double[] prior(Counts counts, int truth) {
    double[] row = new double[counts.items.length];
    for (int given = 0; given < row.length; given++) row[given] = counts.prior(truth, given);
    return row;
  }
}
