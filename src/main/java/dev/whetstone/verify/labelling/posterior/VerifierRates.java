package dev.whetstone.verify.labelling.posterior;

import java.util.List;
import java.util.Optional;

/**
 * How probable it is that a proof is correct, by many votes of one verifier: the model of {@link
 * DawidSkene} for two classes and a rater who votes on each item again and again, found by the same
 * expectation maximisation over all proofs that it voted on. Three votes on an item are enough to
 * learn its errors from; they are taken to be independent given the class. When the votes end may
 * depend on them.
 *
 * @param seen the share of proofs with a flaw that the verifier can see
 * @param alarm how often an analysis of another proof finds a valid issue
 * @param detection how often one of such a proof does
 * @param blindSpot the share of flawed proofs whose flaw it cannot see
 */
public record VerifierRates(double seen, double alarm, double detection, double blindSpot) {
  private static final int MAX_ROUNDS = 1000;
  private static final double PRECISION = 1e-9;

  /** The fit, from the prior on; without votes, the prior with a flaw in every second proof. */
  public static VerifierRates fit(List<VoteCount> votes, RatePrior prior) {
    VerifierRates rates =
        new VerifierRates(0.5, prior.alarm(), prior.detection(), prior.blindSpot());
    double moved = 1;
    for (int round = 0; round < MAX_ROUNDS && moved > PRECISION; round++) {
      VerifierRates next = rates.refitted(votes, prior);
      moved = rates.distance(next);
      rates = next;
    }
    return rates;
  }

  /** P(no step is wrong | votes). */
  public double correct(int settled, int valid) {
    double flawed = Math.min(1, seen / (1 - blindSpot));
    double correctAmongUnseen = seen < 1 ? Math.min(1, (1 - flawed) / (1 - seen)) : 0;
    return (1 - seen(settled, valid)) * correctAmongUnseen;
  }

  /** P(there is a flaw that it can see | votes). */
  private double seen(int settled, int valid) {
    double odds = Math.log(seen) - Math.log1p(-seen) + evidence(settled, valid);
    return 1 / (1 + Math.exp(-odds));
  }

  private double evidence(int settled, int valid) {
    return valid * (Math.log(detection) - Math.log(alarm))
        + (settled - valid) * (Math.log1p(-detection) - Math.log1p(-alarm));
  }

  private double seen(VoteCount votes) {
    Optional<Boolean> correct = votes.correct();
    if (correct.isEmpty()) return seen(votes.settled(), votes.valid());
    if (correct.get() || blindSpot == 0) return correct.get() ? 0 : 1;
    double odds =
        Math.log1p(-blindSpot) - Math.log(blindSpot) + evidence(votes.settled(), votes.valid());
    return 1 / (1 + Math.exp(-odds));
  }

  /** One item of each class, and the prior's votes, are counted besides. */
  private VerifierRates refitted(List<VoteCount> votes, RatePrior prior) {
    double[] items = {1, 1};
    double[] settled = {prior.weight(), prior.weight()};
    double[] valid = {prior.weight() * prior.alarm(), prior.weight() * prior.detection()};
    for (VoteCount count : votes) {
      double share = seen(count);
      for (int k = 0; k < items.length; k++) {
        double weight = count.proofs() * (k == 1 ? share : 1 - share);
        items[k] += weight;
        settled[k] += weight * count.settled();
        valid[k] += weight * count.valid();
      }
    }
    return new VerifierRates(
        items[1] / (items[0] + items[1]),
        valid[0] / settled[0],
        valid[1] / settled[1],
        prior.blindSpot());
  }

  private double distance(VerifierRates other) {
    return Math.max(
        Math.abs(seen - other.seen),
        Math.max(Math.abs(alarm - other.alarm), Math.abs(detection - other.detection)));
  }
}
