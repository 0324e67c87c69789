package dev.whetstone.task;

import java.util.List;

/**
 * A control variable of a family: level {@code i} sets it to {@code values.get(i)}, and a higher
 * level is harder.
 *
 * @param name reasoning-gym's name where the family is shared
 * @param meaning one sentence for the curriculum designer
 */
public record Control(String name, String meaning, List<Integer> values) {
  public Control {
    if (!name.matches("[a-z][a-z0-9_]*")) throw new IllegalArgumentException("name: " + name);
    if (values.isEmpty()) throw new IllegalArgumentException(name + " has no level");
    if (values.stream().distinct().count() != values.size())
      throw new IllegalArgumentException(name + " repeats a value");
    values = List.copyOf(values);
  }

  public static Control of(String name, String meaning, Integer... values) {
    return new Control(name, meaning, List.of(values));
  }

  public int top() {
    return values.size() - 1;
  }
}
