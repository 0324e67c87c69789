package dev.whetstone.benchmark.baseline;

import java.util.List;
import java.util.SplittableRandom;

/**
 * Logistic regression over a hashed space, fitted by AdaGrad (Duchi et al., 2011); the same rows in
 * the same order give the same weights. A small rate and an early end are its only regularization.
 */
final class LogisticRegression {
  /** Places of the hashed space: a power of two. */
  static final int SPACE = 1 << 18;

  /** Rows looked at in all: more is learning by heart, fewer is not learning. */
  private static final int LOOKS = 110_000;

  private static final double RATE = 0.01;

  private final float[] weights = new float[SPACE];
  private final float[] squares = new float[SPACE];

  /** Rows in a seeded order, several times. */
  static LogisticRegression fit(List<Features> rows, List<Boolean> outcomes) {
    LogisticRegression model = new LogisticRegression();
    SplittableRandom random = new SplittableRandom(1);
    int[] order = new int[rows.size()];
    for (int epoch = 0; epoch * (long) rows.size() < LOOKS; epoch++) {
      shuffle(order, random);
      for (int row : order) model.learn(rows.get(row), outcomes.get(row) ? 1 : 0);
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

  private void learn(Features row, int outcome) {
    double error = probability(row) - outcome;
    for (int i = 0; i < row.places().length; i++) {
      int place = row.places()[i];
      double gradient = error * row.values()[i];
      squares[place] += (float) (gradient * gradient);
      weights[place] -= (float) (RATE * gradient / Math.sqrt(squares[place] + 1e-8));
    }
  }

  /** P(the outcome is true). */
  double probability(Features row) {
    double sum = 0;
    for (int i = 0; i < row.places().length; i++) sum += weights[row.places()[i]] * row.values()[i];
    return 1 / (1 + Math.exp(-sum));
  }
}
