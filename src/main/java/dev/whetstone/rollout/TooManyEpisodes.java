package dev.whetstone.rollout;

/** As many episodes are open as may be at once. */
public final class TooManyEpisodes extends RuntimeException {
  private final int limit;

  TooManyEpisodes(int limit) {
    super(limit + " episodes are open");
    this.limit = limit;
  }

  public int limit() {
    return limit;
  }
}
