package dev.whetstone.verify.labelling.posterior;

/**
 * What is believed of raters before they vote, as votes added to their counts.
 *
 * @param accuracy how often a rater gives the true class, in (1/classes, 1)
 * @param weight added votes for each rater and true class; 0 for pure maximum likelihood
 * @param itemWeight added items for each class
 */
public record RaterPrior(double accuracy, double weight, double itemWeight) {
  /** The estimates of Dawid and Skene. */
  public static final RaterPrior NONE = new RaterPrior(0.7, 0, 0);

  public RaterPrior {
    if (!(accuracy > 0 && accuracy < 1))
      throw new IllegalArgumentException("an accuracy of " + accuracy);
    if (!(weight >= 0 && itemWeight >= 0 && Double.isFinite(weight + itemWeight)))
      throw new IllegalArgumentException("weights " + weight + " and " + itemWeight);
  }

  /** P(given | truth) of a rater of whom nothing is known. */
  double confusion(int truth, int given, int classes) {
    return truth == given ? accuracy : (1 - accuracy) / (classes - 1);
  }
}
