package dev.whetstone.verify.labelling.posterior;

/**
 * What is believed of a verifier before it votes.
 *
 * @param alarm how often an analysis of a correct proof finds a valid issue, in (0, 1)
 * @param detection how often one of a flawed proof does, above alarm and below 1
 * @param weight of each of these beliefs, in votes, above 0
 * @param blindSpot the share of flawed proofs in which it never finds more than in correct ones, in
 *     [0, 1); votes alone cannot tell it
 */
public record RatePrior(double alarm, double detection, double weight, double blindSpot) {
  public RatePrior {
    if (!(0 < alarm && alarm < detection && detection < 1))
      throw new IllegalArgumentException(
          "0 < alarm < detection < 1 does not hold of %s and %s".formatted(alarm, detection));
    if (!(weight > 0 && Double.isFinite(weight)))
      throw new IllegalArgumentException("a prior of weight " + weight);
    if (!(blindSpot >= 0 && blindSpot < 1))
      throw new IllegalArgumentException("a blind spot of " + blindSpot);
  }
}
