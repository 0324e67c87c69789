package dev.whetstone.rollout;

import java.util.UUID;

/** The run is finished and hands out no more tasks. */
public final class FinishedRun extends RuntimeException {
  public FinishedRun(UUID id) {
    super("run " + id + " is finished");
  }
}
