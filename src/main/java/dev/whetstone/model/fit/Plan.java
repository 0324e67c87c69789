package dev.whetstone.model.fit;

/**
 * How a network is fitted.
 *
 * @param steps optimizer steps in all; with 0 the weights stay as they are
 * @param batchTokens tokens of one step's batch, padding counted
 * @param rowTokens tokens of one row at most
 * @param rate highest learning rate, reached after {@code warmup} steps, then linear to zero
 * @param decay weight decay
 * @param clip largest norm of a gradient
 * @param pairWeight of the loss that sets right steps above wrong ones after the same beginning
 * @param sideWeight of the losses for kinds of flaw and spans
 * @param validateEvery steps between two validations, each with a checkpoint
 * @param patience validations without a better one after which it ends
 * @param half whether matrix products are in bfloat16; the weights stay float32
 */
public record Plan(
    long seed,
    int steps,
    int batchTokens,
    int rowTokens,
    double rate,
    int warmup,
    double decay,
    double clip,
    double dropout,
    double pairWeight,
    double sideWeight,
    int validateEvery,
    int patience,
    boolean half) {
  private static final int MOST = 10_000_001;

  /**
   * @throws IllegalArgumentException that begins with the name of the field at fault
   */
  public Plan {
    whole("steps", steps, 0);
    whole("row_tokens", rowTokens, 1);
    whole("batch_tokens", batchTokens, rowTokens);
    whole("warmup", warmup, 0);
    whole("validate_every", validateEvery, 1);
    whole("patience", patience, 1);
    require(rate > 0 && rate <= 1, "rate", rate, "above 0 and at most 1");
    require(decay >= 0 && decay <= 1, "decay", decay, "from 0 to 1");
    require(clip > 0 && clip < MOST, "clip", clip, "above 0, 1 is usual");
    require(dropout >= 0 && dropout < 1, "dropout", dropout, "from 0 to less than 1");
    require(pairWeight >= 0 && pairWeight < MOST, "pair_weight", pairWeight, "0 or more");
    require(sideWeight >= 0 && sideWeight < MOST, "side_weight", sideWeight, "0 or more");
  }

  private static void whole(String field, int value, int least) {
    require(
        value >= least && value < MOST, field, value, "from %,d to %,d".formatted(least, MOST - 1));
  }

  /** NaN is refused with the rest. */
  private static void require(boolean holds, String field, Number value, String due) {
    if (!holds)
      throw new IllegalArgumentException(field + ": is " + value + "; write a number " + due);
  }

  /** The learning rate at a step, from 0. */
  public double rateAt(int step) {
    if (step < warmup) return rate * (step + 1) / warmup;
    return rate * Math.max(0, steps - step) / Math.max(1, steps - warmup);
  }
}
