package dev.whetstone.curriculum;

import dev.whetstone.verify.Reliability;

/**
 * Why a cell is as probable as it is, term by term.
 *
 * @param prior mean of v before any lesson of the cell: one half, or as foretold by the difficulty
 *     model as far as that is trusted
 * @param observed v, posterior mean of the observed pass rate
 * @param corrected p, the truth rate behind it
 * @param learnable variance of the reward that is about the truth
 * @param noise variance of the reward that is the verifier's
 * @param utility U of {@link Learnability}, in [0, 1/2]
 * @param usable probability that a group's rewards differ, by p and by the groups seen; 1 for
 *     groups of one, which have no baseline to be flat against
 * @param score utility times usable
 * @param staleness lessons since the cell's last one, at least 1
 * @param weight of the family
 */
public record Reason(
    double prior,
    double observed,
    double corrected,
    double learnable,
    double noise,
    double utility,
    double usable,
    double score,
    long staleness,
    double weight) {
  public Reason {
    if (!(prior >= 0 && prior <= 1)) throw new IllegalArgumentException("prior: " + prior);
    if (!(score >= 0 && score <= 0.5)) throw new IllegalArgumentException("score: " + score);
    if (staleness < 1) throw new IllegalArgumentException("staleness: " + staleness);
    if (!(weight > 0)) throw new IllegalArgumentException("weight: " + weight);
  }

  static Reason of(
      CellState cell,
      double prior,
      Reliability verifier,
      int group,
      long staleness,
      double weight) {
    double observed = cell.posterior().mean(prior);
    double p = Learnability.corrected(observed, verifier);
    double utility = Learnability.utility(p, verifier);
    double predicted = Learnability.usable(Learnability.observed(p, verifier), group);
    double usable = group == 1 ? 1 : cell.usability(predicted);
    return new Reason(
        prior,
        observed,
        p,
        Learnability.learnable(p, verifier),
        Learnability.noise(p, verifier),
        utility,
        usable,
        utility * usable,
        staleness,
        weight);
  }
}
