package dev.whetstone.curriculum;

import java.util.Objects;

/** A cell that may be asked now, with what is known of it. */
public record Option(Cell cell, Reason reason) {
  public Option {
    Objects.requireNonNull(cell);
    Objects.requireNonNull(reason);
  }
}
