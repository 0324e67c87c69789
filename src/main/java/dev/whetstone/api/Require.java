package dev.whetstone.api;

import dev.whetstone.rollout.TaskHandle;
import java.util.Arrays;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;

/** What every door asks of its fields. */
public final class Require {
  public static final int MAX_NAME = 200;
  private static final int MAX_KEY = 200;

  private Require() {}

  public static String text(String field, String value, int max) {
    if (value == null) throw new BadField(field, field + " is missing", "give a text");
    if (value.isBlank()) throw new BadField(field, field + " is blank", "give a text");
    return optionalText(field, value, max);
  }

  /** A name that may be left out. */
  static Optional<String> optionalName(String field, String value) {
    return Optional.ofNullable(value).map(name -> text(field, name, MAX_NAME));
  }

  /** One of a few, by its word. */
  static <T> T oneOf(T[] all, Function<T, String> words, String field, String word) {
    return Arrays.stream(all)
        .filter(one -> words.apply(one).equals(word))
        .findFirst()
        .orElseThrow(
            () ->
                new BadField(
                    field,
                    "there is no such " + field,
                    "give one of " + Arrays.stream(all).map(words).toList()));
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
    return Optional.ofNullable(header).map(key -> key("Idempotency-Key", key));
  }

  /** What names a request, so that it is known when it is sent again. */
  public static String key(String field, String key) {
    if (key.matches("[\\x21-\\x7e]{1," + MAX_KEY + "}")) return key;
    throw new BadField(
        field,
        field + " is not usable",
        "give 1 to " + MAX_KEY + " printable ASCII characters without spaces");
  }

  public static UUID id(String field, String value) {
    if (value.matches("[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}"))
      return UUID.fromString(value);
    throw new BadField(field, field + " is no identifier", "give the id that was returned");
  }

  public static TaskHandle task(String handle) {
    return task("task", handle);
  }

  /** A task's handle. */
  public static TaskHandle task(String field, String handle) {
    try {
      return TaskHandle.parse(text(field, handle, MAX_NAME));
    } catch (IllegalArgumentException e) {
      throw new BadField(field, e.getMessage(), "give it back as it was handed out");
    }
  }
}
