package dev.whetstone.training.promotion;

/** A version that cannot be rolled back: it does not serve, or none served before it. */
public final class NotRolledBack extends RuntimeException {
  private static final long serialVersionUID = 1;

  NotRolledBack(String message) {
    super(message);
  }
}
