package dev.whetstone.rollout.export;

import dev.whetstone.rollout.Made;
import dev.whetstone.rollout.TaskHandle;
import dev.whetstone.task.Category;
import dev.whetstone.task.Identity;
import dev.whetstone.task.Levels;
import dev.whetstone.task.TaskFamily;
import dev.whetstone.task.family.Families;
import java.util.Locale;
import java.util.Objects;

/**
 * A task as every format writes it; the run's secret is no part of it.
 *
 * @param number which task of its run or seed
 * @param label by which candidates are scored: the task's handle, or its answer
 */
public record TaskRow(
    String family,
    String version,
    Category category,
    Levels levels,
    String split,
    long number,
    String question,
    Label label) {
  /** By what candidates are scored. */
  public sealed interface Label {
    String text();

    /** The answer stays here; whoever sends the handle back gets the reward. */
    record Handle(TaskHandle task) implements Label {
      @Override
      public String text() {
        return task.toString();
      }
    }

    /** One right answer, readable by whoever has the file. */
    record Answer(String text) implements Label {}
  }

  public TaskRow {
    Objects.requireNonNull(family);
    Objects.requireNonNull(version);
    Objects.requireNonNull(category);
    Objects.requireNonNull(levels);
    Objects.requireNonNull(split);
    Objects.requireNonNull(question);
    Objects.requireNonNull(label);
  }

  /** With the handle by which the server knows the task. */
  public static TaskRow withHandle(Made made) {
    return of(made, new Label.Handle(made.offer().handle()));
  }

  /** With the answer. */
  public static TaskRow withAnswer(Made made) {
    return of(made, new Label.Answer(made.task().answer()));
  }

  private static TaskRow of(Made made, Label label) {
    Identity identity = made.offer().identity();
    TaskFamily family = Families.named(identity.family()).orElseThrow();
    return new TaskRow(
        family.name(),
        identity.version(),
        family.category(),
        identity.levels(),
        identity.split().name().toLowerCase(Locale.ROOT),
        made.offer().number(),
        made.task().question(),
        label);
  }

  boolean hasAnswer() {
    return label instanceof Label.Answer;
  }

  /** A name for it among all tasks of all families. */
  String source() {
    return "whetstone/" + family;
  }

  /** Unique within its file. */
  String id() {
    return hasAnswer() ? family + "-" + number : label.text();
  }

  /** Steps above the easiest, over all controls. */
  int difficulty() {
    return levels.indices().stream().mapToInt(Integer::intValue).sum();
  }
}
