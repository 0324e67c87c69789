package dev.whetstone.task.solver;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Makes every test that can still rule something out, in the order of the book. */
final class EliminationPlayer extends Player {
  private static final Pattern QUESTION =
      Pattern.compile("One of these minerals is in a closed box: ([a-z, ]++)\\. (?s:.*)");
  private static final Pattern LINE =
      Pattern.compile("([a-z-]++): yes rules out ([a-z, ]++); no rules out ([a-z, ]++)\\n");

  /** What either outcome of a test rules out. */
  private record Rules(List<String> yes, List<String> no) {
    boolean canHelp(List<String> left) {
      return left.stream().anyMatch(yes::contains) && left.stream().anyMatch(no::contains);
    }
  }

  @Override
  public String way() {
    return "crossing out name by name in the order of the book, where the family searches all ways";
  }

  @Override
  boolean play(String question, Table table) {
    Matcher asked = QUESTION.matcher(question);
    if (!asked.matches()) return false;
    List<String> left = new ArrayList<>(names(asked.group(1)));
    book(question)
        .forEach(
            (test, rules) -> {
              if (!rules.canHelp(left)) return;
              String said = table.say("test(" + test + ")").said();
              left.removeAll(said.endsWith("yes.") ? rules.yes : rules.no);
            });
    if (left.size() != 1) return false;
    table.say("conclude(" + left.getFirst() + ")");
    return true;
  }

  private static Map<String, Rules> book(String question) {
    Map<String, Rules> book = new LinkedHashMap<>();
    for (MatchResult line : LINE.matcher(question).results().toList())
      book.put(line.group(1), new Rules(names(line.group(2)), names(line.group(3))));
    return book;
  }

  private static List<String> names(String listed) {
    return List.of(listed.split(", ", -1));
  }
}
