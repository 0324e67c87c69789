package dev.whetstone.verify.labelling.posterior;

import java.util.Arrays;

/**
 * Items by class, and votes of each rater by true and given class, the prior's added; a rater who
 * shares no item with two others is not counted, because nothing tells whether he errs.
 */
final class Counts {
  final double[] items;
  final double[][][] votes;
  private final RaterPrior prior;

  Counts(Votes votes, RaterPrior prior) {
    this.prior = prior;
    items = new double[votes.classes()];
    this.votes = new double[votes.raters()][votes.classes()][votes.classes()];
    Arrays.fill(items, prior.itemWeight());
    for (double[][] rater : this.votes)
      for (int truth = 0; truth < rater.length; truth++)
        for (int given = 0; given < rater.length; given++)
          rater[truth][given] = prior.weight() * prior.confusion(truth, given, rater.length);
  }

  /** Adds an item that is of that class with that weight. */
  void add(Item item, int truth, double weight) {
    if (item.votes().isEmpty()) return;
    items[truth] += weight;
    if (!item.tells()) return;
    for (Vote vote : item.votes()) votes[vote.rater()][truth][vote.given()] += weight;
  }

  /** Whether some item tells of that rater. */
  boolean tellOf(int rater) {
    double sum = Arrays.stream(votes[rater]).flatMapToDouble(Arrays::stream).sum();
    return sum > prior.weight() * items.length * (1 + 1e-9);
  }

  double prior(int truth, int given) {
    return prior.confusion(truth, given, items.length);
  }
}
