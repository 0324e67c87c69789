package dev.whetstone.verify.labelling.posterior;

import java.util.List;

/**
 * The true classes of items, the shares of classes and the confusion matrix of each rater, found
 * together by expectation maximisation; Dawid and Skene 1979, "Applied Statistics" 28:20, equations
 * 2.3 to 2.5. It takes raters to err independently of each other, given the class.
 *
 * <p>A rater's confusion is learned only from items that three raters or more voted on; elsewhere
 * it is not identified, and the prior stands: a single rater is believed as far as the prior goes.
 * With few items these probabilities are too sure, because they take the fit for the truth.
 */
public final class DawidSkene {
  private static final int MAX_ROUNDS = 1000;
  private static final double PRECISION = 1e-8;

  private final double[][] truth;
  private final Parameters parameters;
  private final boolean converged;

  private DawidSkene(double[][] truth, Parameters parameters, boolean converged) {
    this.truth = truth;
    this.parameters = parameters;
    this.converged = converged;
  }

  /** The fit, from the shares of votes as the first guess of each item's class. */
  public static DawidSkene fit(Votes votes, RaterPrior prior) {
    List<Item> byItem = votes.byItem();
    double[][] truth =
        byItem.stream().map(item -> voteShares(item, votes.classes())).toArray(double[][]::new);
    Parameters parameters = Parameters.of(counts(votes, byItem, truth, prior));
    double moved = 1;
    for (int round = 0; round < MAX_ROUNDS && moved > PRECISION; round++) {
      double[][] before = truth;
      truth = byItem.stream().map(parameters::posterior).toArray(double[][]::new);
      moved = distance(before, truth);
      parameters = Parameters.of(counts(votes, byItem, truth, prior));
    }
    return new DawidSkene(truth, parameters, moved <= PRECISION);
  }

  /** P(the item is of that class | all votes). */
  public double probability(int item, int ofClass) {
    return truth[item][ofClass];
  }

  /** The share of a class among items. */
  public double share(int ofClass) {
    return parameters.shares[ofClass];
  }

  /** P(the rater gives | truth). */
  public double confusion(int rater, int truth, int given) {
    return parameters.confusion[rater][truth][given];
  }

  /** Whether the fit came to rest. */
  public boolean converged() {
    return converged;
  }

  private static double[] voteShares(Item item, int classes) {
    double[] votes = new double[classes];
    for (Vote vote : item.votes()) votes[vote.given()]++;
    return Parameters.normalised(votes);
  }

  private static Counts counts(Votes votes, List<Item> byItem, double[][] truth, RaterPrior prior) {
    Counts counts = new Counts(votes, prior);
    for (int item = 0; item < truth.length; item++)
      for (int k = 0; k < truth[item].length; k++) counts.add(byItem.get(item), k, truth[item][k]);
    return counts;
  }

  private static double distance(double[][] before, double[][] after) {
    double most = 0;
    for (int item = 0; item < after.length; item++)
      for (int k = 0; k < after[item].length; k++)
        most = Math.max(most, Math.abs(after[item][k] - before[item][k]));
    return most;
  }
}
