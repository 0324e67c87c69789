package dev.whetstone.task;

import java.util.List;

/**
 * One thing that a player may call.
 *
 * @param name lower case with underscores
 * @param summary one sentence for the player
 * @param parameters in the order in which a call gives them
 */
public record Tool(String name, String summary, List<Parameter> parameters) {
  public Tool {
    parameters = List.copyOf(parameters);
  }

  /**
   * @param type of its values
   * @param summary one sentence for the player
   */
  public record Parameter(String name, Type type, String summary) {}

  /** A JSON type. */
  public enum Type {
    STRING,
    INTEGER,
    NUMBER
  }
}
