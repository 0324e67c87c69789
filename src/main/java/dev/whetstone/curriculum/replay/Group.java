package dev.whetstone.curriculum.replay;

import dev.whetstone.curriculum.Lesson;
import java.util.Objects;
import java.util.Optional;

/**
 * A closed group with the task that it was about.
 *
 * @param index of the task's identity
 */
public record Group(Lesson lesson, long index, Optional<Origin> origin) {
  public Group {
    Objects.requireNonNull(lesson);
    Objects.requireNonNull(origin);
  }

  boolean isReplay() {
    return origin.filter(o -> o.edit() == Edit.SAME).isPresent();
  }
}
