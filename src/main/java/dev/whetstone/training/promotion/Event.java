package dev.whetstone.training.promotion;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * How a version came to a state.
 *
 * @param decidedBy the gate, the alarm, the record itself, or a person's call
 * @param reports what it was measured by
 * @param decision the figures, where the gate decided
 */
public record Event(
    State state,
    Instant at,
    String decidedBy,
    String reason,
    List<UUID> reports,
    Optional<Decision> decision) {
  public Event {
    reports = List.copyOf(reports);
  }

  static Event of(State state, Instant at, String decidedBy, String reason) {
    return new Event(state, at, decidedBy, reason, List.of(), Optional.empty());
  }
}
