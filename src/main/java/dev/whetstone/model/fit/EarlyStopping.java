package dev.whetstone.model.fit;

/** Keeps the best weights that validation has seen, and ends where they get no better. */
final class EarlyStopping {
  private final int patience;
  private float[] weights;
  private double best = Double.POSITIVE_INFINITY;
  private int stale;

  /**
   * @param patience validations without a better one after which it ends
   * @param start the best before any validation
   */
  EarlyStopping(int patience, float[] start) {
    this.patience = patience;
    this.weights = start;
  }

  void resume(Checkpoint checkpoint) {
    best = checkpoint.best();
    stale = checkpoint.stale();
    weights = checkpoint.bestTheta();
  }

  /** Whether this loss is the best so far; then its weights are kept. */
  boolean improves(double loss, float[] current) {
    boolean better = loss < best;
    stale = better ? 0 : stale + 1;
    if (better) {
      best = loss;
      weights = current;
    }
    return better;
  }

  boolean ends() {
    return stale >= patience;
  }

  float[] weights() {
    return weights;
  }

  double best() {
    return best;
  }

  int stale() {
    return stale;
  }
}
