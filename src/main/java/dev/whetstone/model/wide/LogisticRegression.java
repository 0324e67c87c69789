package dev.whetstone.model.wide;

import java.util.List;
import java.util.SplittableRandom;

/**
 * Logistic regression over a hashed space, fitted by AdaGrad (Duchi et al., 2011); the same rows in
 * the same order give the same weights. A small rate and an early end are its only regularization.
 */
public final class LogisticRegression {
  /** Places of the hashed space: a power of two. */
  public static final int SPACE = 1 << 18;

  /** Rows looked at in all: more is learning by heart, fewer is not learning. */
  private static final int LOOKS = 110_000;

  private static final double RATE = 0.01;

  private final float[] weights;

  private LogisticRegression(float[] weights) {
    this.weights = weights;
  }

  /** Says 1/2 of everything. */
  public static LogisticRegression untaught() {
    return new LogisticRegression(new float[SPACE]);
  }

  /**
   * @param weights [{@link #SPACE}]
   */
  public static LogisticRegression of(float[] weights) {
    if (weights.length != SPACE)
      throw new IllegalArgumentException(SPACE + " weights are needed, not " + weights.length);
    return new LogisticRegression(weights.clone());
  }

  /**
   * Rows in a seeded order, several times.
   *
   * @param outcomes the probability that each row's outcome is true, mostly 0 or 1
   */
  public static LogisticRegression fit(List<Features> rows, List<Double> outcomes) {
    LogisticRegression model = untaught();
    float[] squares = new float[SPACE];
    SplittableRandom random = new SplittableRandom(1);
    int[] order = new int[rows.size()];
    for (int epoch = 0; !rows.isEmpty() && epoch * (long) rows.size() < LOOKS; epoch++) {
      shuffle(order, random);
      for (int row : order) model.learn(rows.get(row), outcomes.get(row), squares);
    }
    return model;
  }

  private static void shuffle(int[] order, SplittableRandom random) {
    for (int i = 0; i < order.length; i++) {
      int j = random.nextInt(i + 1);
      order[i] = order[j];
      order[j] = i;
    }
  }

  private void learn(Features row, double outcome, float[] squares) {
    double error = probability(row) - outcome;
    for (int i = 0; i < row.places().length; i++) {
      int place = row.places()[i];
      double gradient = error * row.values()[i];
      squares[place] += (float) (gradient * gradient);
      weights[place] -= (float) (RATE * gradient / Math.sqrt(squares[place] + 1e-8));
    }
  }

  /** P(the outcome is true). */
  public double probability(Features row) {
    return 1 / (1 + Math.exp(-logit(row)));
  }

  /** Log odds that the outcome is true. */
  public double logit(Features row) {
    double sum = 0;
    for (int i = 0; i < row.places().length; i++) sum += weights[row.places()[i]] * row.values()[i];
    return sum;
  }

  public float[] weights() {
    return weights.clone();
  }
}
