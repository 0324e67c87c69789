package dev.whetstone.rollout;

import java.util.UUID;

/** There is no such episode, or no more. */
public final class UnknownEpisode extends RuntimeException {
  private final boolean closed;

  UnknownEpisode(UUID id, boolean closed) {
    super(closed ? "episode " + id + " is closed" : "there is no episode " + id);
    this.closed = closed;
  }

  /** Whether there was one, which was closed or waited too long. */
  public boolean closed() {
    return closed;
  }
}
