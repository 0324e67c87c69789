package dev.whetstone.api;

import dev.whetstone.rollout.TaskHandle;
import java.util.Optional;
import java.util.UUID;

/** What every door asks of its fields. */
public final class Require {
  static final int MAX_NAME = 200;
  static final int MAX_KEY = 200;

  private Require() {}

  public static String text(String field, String value, int max) {
    if (value == null) throw new BadField(field, field + " is missing", "give a text");
    if (value.isBlank()) throw new BadField(field, field + " is blank", "give a text");
    return optionalText(field, value, max);
  }

  /** A text that may be empty. */
  public static String anyText(String field, String value, int max) {
    if (value == null) throw new BadField(field, field + " is missing", "give a text");
    return optionalText(field, value, max);
  }

  private static String optionalText(String field, String value, int max) {
    if (value.length() > max)
      throw new BadField(
          field,
          field + " has " + value.length() + " characters",
          "give at most " + max + " characters");
    return Text.storable(value);
  }

  public static int range(String field, Integer value, int lowest, int highest) {
    if (value == null)
      throw new BadField(field, field + " is missing", "give " + lowest + " to " + highest);
    if (value < lowest || value > highest)
      throw new BadField(
          field, field + " is " + value, "give a whole number from " + lowest + " to " + highest);
    return value;
  }

  /** A whole number of the query. */
  public static long number(String field, String value, long lowest, long highest) {
    boolean read = value.matches("-?\\d{1,18}");
    if (read && Long.parseLong(value) >= lowest && Long.parseLong(value) <= highest)
      return Long.parseLong(value);
    throw new BadField(
        field, field + " is not usable", "give a whole number from " + lowest + " to " + highest);
  }

  static Optional<String> key(String header) {
    if (header == null) return Optional.empty();
    if (!header.matches("[\\x21-\\x7e]{1," + MAX_KEY + "}"))
      throw new BadField(
          "Idempotency-Key",
          "the idempotency key is not usable",
          "give 1 to " + MAX_KEY + " printable ASCII characters without spaces");
    return Optional.of(header);
  }

  public static UUID id(String field, String value) {
    if (value.matches("[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}"))
      return UUID.fromString(value);
    throw new BadField(field, field + " is no identifier", "give the id that was returned");
  }

  /** A task's handle, in the field {@code task}. */
  public static TaskHandle task(String handle) {
    try {
      return TaskHandle.parse(text("task", handle, MAX_NAME));
    } catch (IllegalArgumentException e) {
      throw new BadField("task", e.getMessage(), "give it back as it was handed out");
    }
  }
}
