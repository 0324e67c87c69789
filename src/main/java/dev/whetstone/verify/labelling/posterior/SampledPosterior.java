package dev.whetstone.verify.labelling.posterior;

import dev.whetstone.verify.labelling.Interval;
import java.util.Arrays;
import java.util.List;
import java.util.random.RandomGenerator;
import org.hipparchus.random.RandomDataGenerator;

/**
 * The model of {@link DawidSkene} with its parameters unknown, not fitted: Gibbs sampling with the
 * prior as Dirichlet distributions, from the fit on; Paun et al. 2018, "Comparing Bayesian Models
 * of Annotation", TACL 6:571. Its probabilities are right as often as they say.
 */
public final class SampledPosterior {
  private static final int WARM_UP = 5; // one sweep in so many is left out at the start
  private static final double TAIL = 0.025;

  private final double[][] truth;
  private final double[][] shares;
  private final double[][] accuracies;

  private SampledPosterior(int items, int raters, int classes, int draws) {
    truth = new double[items][classes];
    shares = new double[classes][draws];
    accuracies = new double[raters][draws];
  }

  /**
   * @param prior of a weight above 0
   * @param draws at least 40, for the tails of intervals
   */
  public static SampledPosterior of(
      Votes votes, RaterPrior prior, int draws, RandomGenerator random) {
    if (!(prior.weight() > 0 && prior.itemWeight() > 0))
      throw new IllegalArgumentException("nothing can be drawn from a prior without weight");
    if (draws < 1 / TAIL) throw new IllegalArgumentException(draws + " draws have no tails");
    SampledPosterior posterior =
        new SampledPosterior(votes.items(), votes.raters(), votes.classes(), draws);
    RandomDataGenerator drawing = new RandomDataGenerator(random.nextLong());
    List<Item> byItem = votes.byItem();
    int[] classes = DawidSkene.fit(votes, prior).classes();
    for (int draw = -draws / WARM_UP; draw < draws; draw++) {
      Counts counts = new Counts(votes, prior);
      for (int item = 0; item < classes.length; item++)
        counts.add(byItem.get(item), classes[item], 1);
      Parameters drawn = Parameters.drawn(counts, drawing);
      for (int item = 0; item < classes.length; item++) {
        double[] ofItem = drawn.posterior(byItem.get(item));
        classes[item] = draw(ofItem, drawing);
        if (draw >= 0) posterior.add(item, ofItem);
      }
      if (draw >= 0) posterior.keep(draw, drawn);
    }
    posterior.sort();
    return posterior;
  }

  /** P(the item is of that class | all votes). */
  public double probability(int item, int ofClass) {
    return truth[item][ofClass] / shares[ofClass].length;
  }

  /** The 95 % credible interval of a class's share. */
  public Interval share(int ofClass) {
    return interval(shares[ofClass]);
  }

  /** The 95 % credible interval of how often a rater is right, over the shares of classes. */
  public Interval accuracy(int rater) {
    return interval(accuracies[rater]);
  }

  private void add(int item, double[] ofItem) {
    for (int k = 0; k < ofItem.length; k++) truth[item][k] += ofItem[k];
  }

  private void keep(int draw, Parameters drawn) {
    for (int k = 0; k < shares.length; k++) {
      shares[k][draw] = drawn.shares[k];
      for (int rater = 0; rater < accuracies.length; rater++)
        accuracies[rater][draw] += drawn.shares[k] * drawn.confusion[rater][k][k];
    }
  }

  private void sort() {
    for (double[] row : shares) Arrays.sort(row);
    for (double[] row : accuracies) Arrays.sort(row);
  }

  private static int draw(double[] probabilities, RandomDataGenerator random) {
    double left = random.nextDouble();
    for (int k = 0; k < probabilities.length - 1; k++) {
      left -= probabilities[k];
      if (left < 0) return k;
    }
    return probabilities.length - 1;
  }

  private static Interval interval(double[] sorted) {
    int tail = (int) (TAIL * sorted.length);
    return new Interval(sorted[tail], sorted[sorted.length - 1 - tail]);
  }
}
