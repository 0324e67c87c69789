package dev.whetstone.rollout;

import dev.whetstone.task.Task;
import dev.whetstone.task.Tool;
import dev.whetstone.task.Tool.Parameter;
import java.util.List;
import java.util.UUID;

/**
 * One candidate in the making.
 *
 * @param messages all that the player wrote, oldest first
 * @param over whether nothing more counts
 */
public record Episode(UUID id, Made made, List<String> messages, boolean over) {
  /** The one tool of a task that is answered at once. */
  public static final Tool ANSWER =
      new Tool(
          "answer",
          "Gives your answer, which ends the task.",
          List.of(new Parameter("answer", Tool.Type.STRING, "your answer, in the form asked for")));

  public String question() {
    return made.task().question();
  }

  public List<Tool> tools() {
    return tools(made.task());
  }

  static List<Tool> tools(Task task) {
    return task.game().map(game -> game.tools()).orElse(List.of(ANSWER));
  }
}
