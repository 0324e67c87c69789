package dev.whetstone.rollout.stream;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.time.Instant;
import java.util.Objects;
import java.util.UUID;

/**
 * Something that happened, as it is published.
 *
 * @param type what {@code data} is
 * @param version of that form; grows when a reader of the earlier form could misread the new one
 * @param id the same when the event comes again
 * @param run null where it belongs to no run
 */
@RegisterForReflection
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Event(String type, int version, String id, Instant at, UUID run, Record data) {
  public Event {
    Objects.requireNonNull(type);
    Objects.requireNonNull(id);
    Objects.requireNonNull(at);
    Objects.requireNonNull(data);
    if (version < 1) throw new IllegalArgumentException("version: " + version);
  }
}
