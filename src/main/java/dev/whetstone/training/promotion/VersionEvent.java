package dev.whetstone.training.promotion;

import io.quarkus.runtime.annotations.RegisterForReflection;
import java.util.List;
import java.util.UUID;

/**
 * A version of a verifier came to a state.
 *
 * @param decidedBy the gate, the alarm, the record itself, or a person's call
 * @param reports what it was measured by
 */
@RegisterForReflection
public record VersionEvent(
    String verifier,
    String version,
    State state,
    String decidedBy,
    String reason,
    List<UUID> reports) {
  static final String TYPE = "version";
  static final int VERSION = 1;

  public VersionEvent {
    reports = List.copyOf(reports);
  }
}
