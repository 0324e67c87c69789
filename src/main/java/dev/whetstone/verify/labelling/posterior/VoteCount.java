package dev.whetstone.verify.labelling.posterior;

import java.util.Objects;
import java.util.Optional;

/**
 * Proofs on which one verifier's votes came out alike.
 *
 * @param settled analyses of each
 * @param valid those of them that found a valid issue
 * @param correct what people found; empty where nobody looked
 * @param proofs how many
 */
public record VoteCount(int settled, int valid, Optional<Boolean> correct, long proofs) {
  public VoteCount {
    if (valid < 0 || valid > settled)
      throw new IllegalArgumentException(valid + " valid of " + settled + " analyses");
    if (proofs < 1) throw new IllegalArgumentException(proofs + " proofs");
    Objects.requireNonNull(correct);
  }
}
