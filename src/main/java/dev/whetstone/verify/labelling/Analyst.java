package dev.whetstone.verify.labelling;

import dev.whetstone.verify.proof.Analysis;
import dev.whetstone.verify.proof.Reply;

/**
 * A verifier that writes analyses; independent ones for different attempts.
 *
 * @param <P> a proof and its problem
 */
@FunctionalInterface
public interface Analyst<P> {
  /**
   * @param attempt differs between all calls for one proof, so a seed can be made of it
   */
  Reply<Analysis> analyse(P proof, int attempt);
}
