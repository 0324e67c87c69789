package dev.whetstone.rollout.stream;

import io.quarkus.runtime.annotations.RegisterForReflection;

/**
 * A run's curriculum moved one control of one family by a level.
 *
 * @param lesson number of the run's lesson that gave the evidence
 */
@RegisterForReflection
public record MoveEvent(
    long lesson, String family, String control, int from, int to, String reason) {
  static final String TYPE = "move";
  static final int VERSION = 1;
}
