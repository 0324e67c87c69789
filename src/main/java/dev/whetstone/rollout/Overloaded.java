package dev.whetstone.rollout;

/** More requests wait than can be served in time; worth another try. */
public final class Overloaded extends RuntimeException {
  Overloaded() {
    super("too many requests wait to be saved");
  }
}
