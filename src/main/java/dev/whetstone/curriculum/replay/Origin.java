package dev.whetstone.curriculum.replay;

import dev.whetstone.task.Levels;
import java.util.Objects;

/**
 * The archived case that a task was edited from.
 *
 * @param parent index of the case in its run
 * @param levels of the case, in the task's own family
 */
public record Origin(long parent, Levels levels, Edit edit) {
  public Origin {
    if (parent < 0) throw new IllegalArgumentException("parent: " + parent);
    Objects.requireNonNull(levels);
    Objects.requireNonNull(edit);
  }
}
