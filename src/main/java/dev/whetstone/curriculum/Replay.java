package dev.whetstone.curriculum;

/**
 * How much of what is asked comes from the archive of cases that were failed and solved.
 *
 * @param share of the tasks, in [0, 0.9]; 0 keeps no archive
 * @param capacity cases kept for a run; the one that teaches least goes first
 */
public record Replay(double share, int capacity) {
  public static final double MOST = 0.9;
  public static final int LARGEST = 1_000;
  public static final Replay OFF = new Replay(0, 200);

  public Replay {
    if (!(share >= 0 && share <= MOST)) throw new IllegalArgumentException("share: " + share);
    if (capacity < 1 || capacity > LARGEST)
      throw new IllegalArgumentException("capacity: " + capacity);
  }

  public boolean isOn() {
    return share > 0;
  }
}
