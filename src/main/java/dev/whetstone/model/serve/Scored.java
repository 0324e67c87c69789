package dev.whetstone.model.serve;

import dev.whetstone.model.Reading;
import java.time.Duration;

/**
 * A reading, and what it took.
 *
 * @param queued from its arrival until its batch was begun
 * @param scoring what the model took for its whole batch
 * @param batch derivations in that batch
 * @param model name and version: {@code step-verifier@1}
 */
public record Scored(Reading reading, Duration queued, Duration scoring, int batch, String model) {
  public Scored {
    if (queued.isNegative() || scoring.isNegative())
      throw new IllegalArgumentException("time runs forward: " + queued + ", " + scoring);
    if (batch < 1) throw new IllegalArgumentException("batch: " + batch);
  }
}
