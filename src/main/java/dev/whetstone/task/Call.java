package dev.whetstone.task;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A call as a player writes it, alone on its line: {@code move(north)}, {@code add(3, -4.5)},
 * {@code look()}; quotes around an argument may be left out where it has no comma or bracket.
 */
public record Call(String tool, List<String> arguments) {
  /** A longer line is no call. */
  public static final int MAX_LINE = 400;

  private static final Pattern FORM =
      Pattern.compile("\\s*+`*+([a-z][a-z0-9_]{0,39})\\(([^\\n]*)\\)`*+\\s*+");
  private static final Pattern ARGUMENT =
      Pattern.compile("\\s*+(?:\"([^\"]*+)\"|'([^']*+)'|([^\"',()]*+))\\s*+(,|$)");

  public Call {
    arguments = List.copyOf(arguments);
  }

  /** Every call of a text, in order; thoughts do not act. */
  public static List<Call> of(String text) {
    return Thoughts.without(text).lines().map(Call::read).flatMap(Optional::stream).toList();
  }

  private static Optional<Call> read(String line) {
    Matcher form = FORM.matcher(line.length() > MAX_LINE ? "" : line);
    if (!form.matches()) return Optional.empty();
    return arguments(form.group(2)).map(arguments -> new Call(form.group(1), arguments));
  }

  private static Optional<List<String>> arguments(String text) {
    List<String> arguments = new ArrayList<>();
    if (text.isBlank()) return Optional.of(arguments);
    Matcher next = ARGUMENT.matcher(text);
    int at = 0;
    while (next.find(at) && next.start() == at) {
      arguments.add(argument(next));
      if (next.group(4).isEmpty()) return Optional.of(arguments);
      at = next.end();
    }
    return Optional.empty();
  }

  private static String argument(Matcher found) {
    for (int group = 1; group <= 2; group++)
      if (found.group(group) != null) return found.group(group);
    return found.group(3).strip();
  }

  /** As a player writes it. */
  @Override
  public String toString() {
    return tool + "(" + String.join(", ", arguments.stream().map(Call::quoted).toList()) + ")";
  }

  private static String quoted(String argument) {
    if (argument.matches("[^\"',()\\s]+")) return argument;
    return argument.contains("\"") ? "'" + argument + "'" : '"' + argument + '"';
  }
}
