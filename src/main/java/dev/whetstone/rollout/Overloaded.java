package dev.whetstone.rollout;

/** More waits than can be served in time, or kept; worth another try. */
public final class Overloaded extends RuntimeException {
  Overloaded() {
    this("too many requests wait to be saved");
  }

  public Overloaded(String detail) {
    super(detail);
  }
}
