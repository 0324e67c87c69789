package dev.whetstone.model.fit;

/**
 * How a network is fitted.
 *
 * @param steps optimizer steps in all
 * @param batchTokens tokens of one step's batch, padding counted
 * @param rowTokens tokens of one row at most
 * @param rate highest learning rate, reached after {@code warmup} steps, then linear to zero
 * @param decay weight decay
 * @param clip largest norm of a gradient
 * @param pairWeight of the loss that sets right steps above wrong ones after the same beginning
 * @param sideWeight of the losses for kinds of flaw and spans
 * @param lookEvery steps between two looks at the validation data, each with a checkpoint
 * @param patience looks without a better one after which it ends
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
    int lookEvery,
    int patience,
    boolean half) {
  /** The learning rate at a step, from 0. */
  public double rateAt(int step) {
    if (step < warmup) return rate * (step + 1) / warmup;
    return rate * Math.max(0, steps - step) / Math.max(1, steps - warmup);
  }
}
