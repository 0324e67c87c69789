package dev.whetstone.rollout.stream;

import dev.whetstone.rollout.Run;
import io.quarkus.runtime.annotations.RegisterForReflection;

/**
 * A run was finished: the last event of its live stream.
 *
 * @param tasks that were handed out
 * @param lessons that its curriculum learned
 */
@RegisterForReflection
public record FinishedEvent(long tasks, long lessons) {
  static final String TYPE = "finished";
  static final int VERSION = 1;

  /** Of a run that is finished. */
  public static Event of(Run run) {
    return new Event(
        TYPE,
        VERSION,
        TYPE + ":" + run.id(),
        run.finishedAt().orElseThrow(),
        run.id(),
        new FinishedEvent(run.tasks(), run.lessons()));
  }
}
