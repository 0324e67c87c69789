package dev.whetstone.curriculum;

import java.util.Objects;

/**
 * One control of one family went up or down by a level.
 *
 * @param lesson number of the lesson that gave the evidence
 */
public record Move(long lesson, String family, String control, int from, int to, String reason) {
  public Move {
    Objects.requireNonNull(family);
    Objects.requireNonNull(control);
    Objects.requireNonNull(reason);
    if (lesson < 1) throw new IllegalArgumentException("lesson: " + lesson);
    if (Math.abs(from - to) != 1) throw new IllegalArgumentException(from + " to " + to);
  }

  public boolean isUp() {
    return to > from;
  }
}
