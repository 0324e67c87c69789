package dev.whetstone.rollout;

import java.util.Optional;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * How a client names a task that it was handed: {@code task:<id>@<version>}; it tells nothing of
 * the answer, and passes through a trainer as an opaque label.
 */
public record TaskHandle(UUID id, String version) {
  public static final String SCHEME = "task:";

  private static final Pattern FORM =
      Pattern.compile(
          "task:([0-9a-fA-F]{8}(?:-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12})@([\\w.-]{1,40})");

  /**
   * @throws IllegalArgumentException if the text is no handle
   */
  public static TaskHandle parse(String text) {
    Matcher form = FORM.matcher(text.length() > 100 ? "" : text.strip());
    if (!form.matches())
      throw new IllegalArgumentException(
          "a task is named task:<id>@<version>, as it was handed out");
    return new TaskHandle(UUID.fromString(form.group(1)), form.group(2));
  }

  /** The first that stands in a text. */
  public static Optional<TaskHandle> firstIn(String text) {
    Matcher form = FORM.matcher(text);
    return form.find()
        ? Optional.of(new TaskHandle(UUID.fromString(form.group(1)), form.group(2)))
        : Optional.empty();
  }

  @Override
  public String toString() {
    return SCHEME + id + "@" + version;
  }
}
