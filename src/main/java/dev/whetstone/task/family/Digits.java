package dev.whetstone.task.family;

/** How long a number is when written, which is what it costs to work with. */
final class Digits {
  private Digits() {}

  /** In base ten, without the sign. */
  static long of(long value) {
    long digits = 1;
    for (long rest = Math.abs(value); rest > 9; rest /= 10) digits++;
    return digits;
  }

  /** In base two. */
  static long binary(long value) {
    return (long) Long.SIZE - Long.numberOfLeadingZeros(value);
  }
}
