package dev.whetstone.verify;

import dev.whetstone.model.Derivation;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;

/** The learned verifier of steps, wherever it runs. */
public interface LearnedVerifier {
  /**
   * Asks for a reading and returns at once.
   *
   * @param patience after which nobody waits for the reading any more
   */
  CompletableFuture<StepVerdict> read(Derivation derivation, Duration patience);

  /** Name of the model, and the version that reads now, if one does. */
  default String name() {
    return "step-verifier";
  }
}
