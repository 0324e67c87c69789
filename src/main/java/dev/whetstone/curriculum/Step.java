package dev.whetstone.curriculum;

import java.util.Objects;
import java.util.Optional;

/** What one lesson changed: the state after it, one cell, and at most one control's level. */
public record Step(CurriculumState state, CellState changed, Optional<Move> move) {
  public Step {
    Objects.requireNonNull(state);
    Objects.requireNonNull(changed);
    Objects.requireNonNull(move);
  }
}
