package dev.whetstone.curriculum;

import java.util.Objects;

/** A cell that may be asked now, with what is known of it. */
public record Candidate(Cell cell, Reason reason) {
  public Candidate {
    Objects.requireNonNull(cell);
    Objects.requireNonNull(reason);
  }
}
