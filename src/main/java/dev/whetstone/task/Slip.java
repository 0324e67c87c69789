package dev.whetstone.task;

import java.util.random.RandomGenerator;

/** Where and how a worked solution is to go wrong: nowhere, or at one step with one flaw. */
public final class Slip {
  private static final Slip NONE = new Slip(-1, null, null);
  private final int step;
  private final Flaw flaw;
  private final RandomGenerator random;

  private Slip(int step, Flaw flaw, RandomGenerator random) {
    this.step = step;
    this.flaw = flaw;
    this.random = random;
  }

  public static Slip none() {
    return NONE;
  }

  public static Slip at(int step, Flaw flaw, RandomGenerator random) {
    return new Slip(step, flaw, random);
  }

  /** Whether the writer, now at this step (from 0), is to make this flaw. */
  public boolean hits(int step, Flaw flaw) {
    return this.step == step && this.flaw == flaw;
  }

  /** The value, or, when this step is to have this flaw, a wrong one of like size. */
  public long value(int step, Flaw flaw, long right) {
    return hits(step, flaw) ? near(right) : right;
  }

  /** A value other than {@code right} that a careless solver might write. */
  public long near(long right) {
    long[] offsets = {1, -1, 2, -2, 10, -10, 9, -9, 100, -100};
    int usable = Math.abs(right) < 10 ? 4 : Math.abs(right) < 100 ? 8 : offsets.length;
    return right + offsets[random.nextInt(usable)];
  }

  /** For choosing among wrong ways; only to be asked once {@link #hits} said yes. */
  public RandomGenerator random() {
    return random;
  }
}
