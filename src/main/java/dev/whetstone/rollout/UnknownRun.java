package dev.whetstone.rollout;

import java.util.UUID;

/** There is no such run. */
public final class UnknownRun extends RuntimeException {
  public UnknownRun(UUID id) {
    super("there is no run " + id);
  }
}
