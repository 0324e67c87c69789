package dev.whetstone.model.wide.template;

import java.util.HashSet;
import java.util.Locale;
import java.util.Set;

/**
 * The words of a problem that change with it, and are blanked in a template.
 *
 * @param names with a capital letter, other than words that open a sentence of logic
 * @param words without one, in the singular
 * @param variables single letters beside a sign of arithmetic
 */
public record ProblemWords(Set<String> names, Set<String> words, Set<Character> variables) {
  /** What stands in a template for a word without a capital letter. */
  static final String WORD = "W";

  private static final String NAME = "N";
  private static final int LEAST_LETTERS = 3;
  private static final String LEFT_OF_A_VARIABLE = "=+-*/^(";
  private static final String RIGHT_OF_A_VARIABLE = "=+-*/^)";
  private static final Set<String> LONG_MOVES = Set.of("down", "left", "right");
  private static final Set<String> MOVES = Set.of("up", "down", "left", "right");
  private static final Set<String> COMMON =
      Set.of(
          ("the and are was not nor all any some only each every none one two its this that these"
                  + " those who what which from into with without for has have had does did will"
                  + " may must can than then when where there their they them his her more most"
                  + " less least fewer before after last first next same other both but yes true"
                  + " false")
              .split(" "));

  private static final Set<String> NO_NAMES =
      Set.of("All", "Any", "Each", "Every", "If", "No", "None", "Not", "Only", "Some", "Then");

  /** Whether it is one of the moves that the problem asks for. */
  boolean isMove(String word) {
    return MOVES.contains(word) && words.containsAll(LONG_MOVES);
  }

  /** Whether it is a word of the problem, in singular or plural. */
  public boolean has(String word) {
    return words.contains(singular(word));
  }

  /** Of which only the names are blanked. */
  public ProblemWords namesAlone() {
    return new ProblemWords(names, Set.of(), variables);
  }

  public static ProblemWords of(String problem) {
    ProblemWords all = new ProblemWords(new HashSet<>(), new HashSet<>(), new HashSet<>());
    int end;
    for (int at = 0; at < problem.length(); at = end) {
      end = at + 1;
      if (!Character.isLetter(problem.charAt(at))) continue;
      while (end < problem.length() && Character.isLetter(problem.charAt(end))) end++;
      all.add(problem.substring(at, end));
      if (end - at == 1 && isVariable(problem, at)) all.variables.add(problem.charAt(at));
    }
    return all;
  }

  /** Whether a letter stands beside a sign of arithmetic. */
  static boolean isVariable(String text, int at) {
    int left = at - 1;
    while (left >= 0 && text.charAt(left) == ' ') left--;
    int right = behindBlanks(text, at + 1);
    return (left >= 0 && LEFT_OF_A_VARIABLE.indexOf(text.charAt(left)) >= 0)
        || (right < text.length() && RIGHT_OF_A_VARIABLE.indexOf(text.charAt(right)) >= 0);
  }

  static int behindBlanks(String text, int from) {
    int i = from;
    while (i < text.length() && text.charAt(i) == ' ') i++;
    return i;
  }

  /** Whether a letter that stands alone is a variable of the problem. */
  boolean hasVariable(char letter) {
    return variables.contains(letter);
  }

  private void add(String word) {
    boolean name = Character.isUpperCase(word.charAt(0)) && word.length() > 1;
    if (name && NO_NAMES.contains(word)) return;
    if (name) names.add(word);
    else if (word.length() >= LEAST_LETTERS) words.add(singular(word));
  }

  /** A word as it stands in a template. */
  String blanked(String word) {
    if (names.contains(word)) return NAME;
    String small = word.toLowerCase(Locale.ROOT);
    boolean own =
        small.length() >= LEAST_LETTERS
            && words.contains(singular(small))
            && !COMMON.contains(small);
    if (own) return WORD;
    return small.equals("an") ? "a" : small;
  }

  static String singular(String word) {
    return word.endsWith("s") && word.length() > LEAST_LETTERS
        ? word.substring(0, word.length() - 1)
        : word;
  }
}
