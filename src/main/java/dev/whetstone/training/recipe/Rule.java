package dev.whetstone.training.recipe;

import dev.whetstone.benchmark.label.Labelled;
import dev.whetstone.model.fit.Plan;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** What a field must be; a fault is an IllegalArgumentException that begins with its name. */
final class Rule {
  private static final Pattern NAME = Pattern.compile("[a-z0-9][a-z0-9._-]{0,63}");

  private Rule() {}

  static void require(boolean holds, String field, String reason) {
    if (!holds) throw new IllegalArgumentException(field + ": " + reason);
  }

  static void text(String field, String value) {
    require(value != null && !value.isBlank(), field, "is missing; write a text");
  }

  /** A name of a folder, which leads nowhere else. */
  static void name(String field, String value) {
    text(field, value);
    require(
        NAME.matcher(value).matches(),
        field,
        "'%s' is no name; write small letters, digits, dots, dashes and underscores"
            .formatted(value));
  }

  /** {@code name@version}. */
  static void version(String field, String value) {
    text(field, value);
    String[] parts = value.split("@", -1);
    require(
        parts.length == 2 && NAME.matcher(parts[0]).matches() && NAME.matcher(parts[1]).matches(),
        field,
        "'%s' is no version of a model; write name@version".formatted(value));
  }

  static void set(String field, String value) {
    text(field, value);
    try {
      Labelled.requireSetName(value);
    } catch (IllegalArgumentException e) {
      throw new IllegalArgumentException(field + ": " + e.getMessage(), e);
    }
  }

  /** Names of label sets, each once. */
  static List<String> sets(String field, List<String> names) {
    List<String> sets = list(field, names);
    for (int i = 0; i < sets.size(); i++) {
      set(field + "[" + i + "]", sets.get(i));
      require(
          sets.indexOf(sets.get(i)) == i,
          field + "[" + i + "]",
          "'%s' stands there twice; keep one".formatted(sets.get(i)));
    }
    return sets;
  }

  static <T> List<T> list(String field, List<T> values) {
    require(values != null, field, "is missing; write a list, [] for none");
    int empty = new ArrayList<>(values).indexOf(null);
    require(empty < 0, field + "[" + empty + "]", "is empty; write it or take the line out");
    return List.copyOf(values);
  }

  static void within(String field, Optional<Integer> value, int least, int most) {
    within(field, value.orElse(least), least, most);
  }

  static void within(String field, int value, int least, int most) {
    require(
        value >= least && value <= most,
        field,
        "is %,d; write a number from %,d to %,d".formatted(value, least, most));
  }

  /** A row holds what the network has positions for. */
  static void room(int positions, Plan fit) {
    require(
        fit.rowTokens() >= positions,
        "fit.row_tokens",
        "is %,d, and the network has %,d positions; write as many or more"
            .formatted(fit.rowTokens(), positions));
  }
}
