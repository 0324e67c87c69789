package dev.whetstone.task.solver;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Strikes out closed pairs until none is left; what stays is closed from the right. */
final class BracketSolver implements Solver {
  private static final Pattern QUESTION =
      Pattern.compile(
          "Complete this sequence of brackets, so that every bracket is closed in the right order:"
              + " ([()\\[\\]<>\u00ab\u00bb ]{1,2000})\\nGive only the closing brackets that are"
              + " missing, separated by spaces\\.");

  @Override
  public String way() {
    return "closed pairs struck out again and again, where the family keeps a stack";
  }

  @Override
  public Optional<Solved> solve(String question, Effort effort) {
    Matcher asked = QUESTION.matcher(question);
    if (!asked.matches()) return Optional.empty();
    String open = unclosed(asked.group(1).replace(" ", ""), effort);
    boolean closable = open.chars().allMatch(c -> "([<\u00ab".indexOf(c) >= 0);
    if (open.isEmpty() || !closable) return Optional.of(Solved.none());
    return Optional.of(Solved.text(mirrored(open), answer -> answer.replace(" ", "")));
  }

  private static String unclosed(String brackets, Effort effort) {
    String left = brackets;
    for (String before = ""; !before.equals(left); ) {
      before = left;
      effort.take(left.length());
      left = left.replace("()", "").replace("[]", "").replace("<>", "").replace("\u00ab\u00bb", "");
    }
    return left;
  }

  private static String mirrored(String open) {
    String mirrored = new StringBuilder(open).reverse().toString();
    return mirrored
        .replace('(', ')')
        .replace('[', ']')
        .replace('<', '>')
        .replace('\u00ab', '\u00bb');
  }
}
