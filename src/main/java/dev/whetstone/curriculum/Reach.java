package dev.whetstone.curriculum;

import dev.whetstone.task.Levels;
import java.util.Objects;

/** Where a family's levels stand. */
public record Reach(String family, Levels levels) {
  public Reach {
    Objects.requireNonNull(family);
    Objects.requireNonNull(levels);
  }
}
