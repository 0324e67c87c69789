package dev.whetstone.verify.labelling;

import dev.whetstone.verify.proof.Analysis;
import dev.whetstone.verify.proof.Reply;

/**
 * A verifier of analyses: whether the issues are real and justify the score.
 *
 * @param <P> a proof and its problem
 */
@FunctionalInterface
public interface MetaVerifier<P> {
  /**
   * @param attempt differs between all calls for one proof, so a seed can be made of it
   * @return true where the findings are confirmed
   */
  Reply<Boolean> check(P proof, Analysis analysis, int attempt);
}
