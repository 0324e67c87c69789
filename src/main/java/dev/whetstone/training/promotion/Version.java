package dev.whetstone.training.promotion;

import java.time.Instant;
import java.util.List;

/**
 * A version of a hosted verifier, and why it is or was served, or not.
 *
 * @param since when it came to its state
 * @param events the first first; the last tells of its state
 */
public record Version(String version, State state, Instant since, List<Event> events) {
  public Version {
    events = List.copyOf(events);
  }
}
