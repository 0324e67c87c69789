package dev.whetstone.training.retraining;

/** A retraining that was asked for and cannot begin. */
public final class NotRetrained extends RuntimeException {
  private static final long serialVersionUID = 1;

  private final String mend;

  NotRetrained(String message, String mend) {
    super(message);
    this.mend = mend;
  }

  /** What to do about it. */
  public String mend() {
    return mend;
  }
}
