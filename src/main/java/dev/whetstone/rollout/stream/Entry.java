package dev.whetstone.rollout.stream;

import java.util.Objects;

/**
 * An event in its place.
 *
 * @param position grows along the source
 * @param key events of one key stay in their order
 */
public record Entry(long position, String key, Event event) {
  public Entry {
    Objects.requireNonNull(key);
    Objects.requireNonNull(event);
  }
}
