package dev.whetstone.curriculum;

import java.util.Objects;

/** A cell with the exact probability of being drawn, to be logged with the offer. */
public record Choice(Cell cell, double probability, Reason reason) {
  public Choice {
    Objects.requireNonNull(cell);
    Objects.requireNonNull(reason);
    if (!(probability > 0 && probability <= 1))
      throw new IllegalArgumentException("probability: " + probability);
  }
}
