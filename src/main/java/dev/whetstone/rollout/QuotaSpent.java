package dev.whetstone.rollout;

/** The key has sent as many candidates as it may for now. */
public final class QuotaSpent extends RuntimeException {
  private static final long serialVersionUID = 1;

  private final long seconds;

  /**
   * @param seconds until it may send more
   */
  public QuotaSpent(long quota, long seconds) {
    super("the key may send " + quota + " candidates a day, and has");
    this.seconds = seconds;
  }

  public long seconds() {
    return seconds;
  }
}
