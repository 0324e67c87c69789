package dev.whetstone.curriculum;

import dev.whetstone.task.Levels;
import java.util.Objects;

/** What a curriculum chooses among: a family at certain levels. */
public record Cell(String family, Levels levels) {
  public Cell {
    Objects.requireNonNull(family);
    Objects.requireNonNull(levels);
  }

  @Override
  public String toString() {
    return family + "[" + levels.key() + "]";
  }
}
