package dev.whetstone.verify.labelling.chance;

/**
 * The number of successes in independent trials.
 *
 * @param trials n
 * @param rate p, in [0, 1]
 */
public record Binomial(int trials, double rate) {
  public Binomial {
    if (trials < 0) throw new IllegalArgumentException(trials + " trials");
    if (!(rate >= 0 && rate <= 1)) throw new IllegalArgumentException("a rate of " + rate);
  }

  /** P(X = k). */
  public double mass(int k) {
    if (k < 0 || k > trials) return 0;
    if (rate == 0 || rate == 1) return k == trials * rate ? 1 : 0;
    return Math.exp(
        LogGamma.choose(trials, k) + k * Math.log(rate) + (trials - k) * Math.log1p(-rate));
  }

  /** P(X >= k). */
  public double atLeast(int k) {
    return between(k, trials + 1);
  }

  /** P(from <= X < to). */
  public double between(int from, int to) {
    double sum = 0;
    for (int k = Math.max(0, from); k < Math.min(to, trials + 1); k++) sum += mass(k);
    return Math.min(1, sum);
  }
}
