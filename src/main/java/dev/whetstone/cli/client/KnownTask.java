package dev.whetstone.cli.client;

import com.fasterxml.jackson.databind.JsonNode;
import dev.whetstone.task.Grade;
import dev.whetstone.task.Identity;
import dev.whetstone.task.Levels;
import dev.whetstone.task.Split;
import dev.whetstone.task.Task;
import dev.whetstone.task.TaskFamily;
import dev.whetstone.task.family.Families;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * A task handed out by a training run whose seed is known, made again with its answer: the seed is
 * the whole secret of a run.
 *
 * @param handle names it to the server
 */
public record KnownTask(String handle, Identity identity, Task task) {
  private static final int ATTEMPTS = 8;

  /**
   * @param handed the task as the server handed it out
   * @throws IllegalArgumentException if this program does not have its family, in its version
   */
  public static KnownTask of(JsonNode handed, String seed) {
    TaskFamily family = family(handed.path("family").asText(), handed.path("version").asText());
    Identity identity =
        Identity.of(
            family,
            levels(family, handed.path("levels")),
            Split.TRAIN,
            seed,
            handed.path("index").asLong());
    Task task = identity.make(family);
    if (!task.question().equals(handed.path("question").asText()))
      throw new IllegalArgumentException("another question of " + family.name() + " comes out");
    return new KnownTask(handed.path("task").asText(), identity, task);
  }

  private static TaskFamily family(String name, String version) {
    return Families.named(name)
        .filter(family -> family.version().equals(version))
        .orElseThrow(
            () -> new IllegalArgumentException("there is no " + name + "@" + version + " here"));
  }

  /** Levels as the server writes them: control to level. */
  public static Levels levels(TaskFamily family, JsonNode written) {
    Map<String, Integer> given = new LinkedHashMap<>();
    for (Map.Entry<String, JsonNode> level : written.properties())
      given.put(level.getKey(), level.getValue().asInt());
    return Levels.of(family.controls(), given);
  }

  public String family() {
    return identity.family();
  }

  /** A completion that the check finds right: prose around the gold answer where it reads it. */
  public String right() {
    String prose = prose(task.answer());
    return task.check().grade(prose) == Grade.RIGHT ? prose : task.answer();
  }

  /** A completion that is not right: prose around another task's answer, or without any. */
  public String wrong() {
    TaskFamily family = Families.named(family()).orElseThrow();
    for (int i = 0; i < ATTEMPTS; i++) {
      String other = prose(other(i).make(family).answer());
      if (task.check().grade(other) == Grade.WRONG) return other;
    }
    return "I have thought about it for a while, and I cannot say.";
  }

  private Identity other(int attempt) {
    return new Identity(
        family(),
        identity.version(),
        identity.levels(),
        identity.split(),
        identity.salt() + " wrong " + attempt,
        identity.index());
  }

  private static String prose(String answer) {
    return "Let me go through it step by step, and check each step before the next one. "
        + "I looked at it once more from the end, and it holds.\n"
        + "<answer>"
        + answer
        + "</answer>";
  }
}
