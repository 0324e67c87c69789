package dev.whetstone.curriculum;

import dev.whetstone.task.Control;

/** The levels of one control that a curriculum allows, both ends included, and where it starts. */
public record ControlRange(Control control, int lowest, int highest, int start) {
  public ControlRange {
    if (lowest < 0 || highest > control.top() || lowest > highest)
      throw new IllegalArgumentException(
          control.name() + ": levels " + lowest + " to " + highest + " of 0 to " + control.top());
    if (start < lowest || start > highest)
      throw new IllegalArgumentException(control.name() + " starts outside its range: " + start);
  }

  /** All levels, from the easiest. */
  public static ControlRange full(Control control) {
    return new ControlRange(control, 0, control.top(), 0);
  }

  boolean allows(int level) {
    return level >= lowest && level <= highest;
  }
}
