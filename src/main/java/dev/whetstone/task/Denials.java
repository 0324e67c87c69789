package dev.whetstone.task;

import java.util.Locale;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/** The words and signs that take an answer back, leave it open or state it only roughly. */
final class Denials {
  private static final int MAX_WORD = 13;
  private static final String CLAUSE_ENDS = ",;.!?";

  private static final Set<String> DENYING =
      Set.of(
          "not",
          "no",
          "never",
          "neither",
          "nor",
          "or",
          "either",
          "cannot",
          "without",
          "except",
          "unless",
          "unlike",
          "unknown",
          "wrong",
          "incorrect",
          "false",
          "doubt",
          "maybe",
          "perhaps",
          "approximately",
          "roughly",
          "almost",
          "nearly");

  private static final Set<String> INEXACT =
      Set.of(
          "about",
          "around",
          "between",
          "least",
          "most",
          "than",
          "half",
          "twice",
          "double",
          "dozen",
          "hundred",
          "thousand",
          "million",
          "billion",
          "trillion",
          "squared",
          "cubed",
          "sqrt");

  private static final Pattern DENYING_SIGN =
      Pattern.compile(
          "[\u2260\u2248\u2264\u2265<]|(?<![-=])>"
              + "|\\\\(?:ne|neq|approx|sim|le|leq|ge|geq|lt|gt)(?![A-Za-z])");

  private static final Pattern INEXACT_SIGN =
      Pattern.compile(
          "[\u221a\u221b\u00b1\u03c0\u221e~]"
              + "|\\\\(?:sqrt|pm|mp|pi|infty|exp|ln|log|sin|cos|tan)(?![A-Za-z])");

  private Denials() {}

  /** Whether the text denies or doubts. */
  static boolean in(String text) {
    return anyWord(text, word -> DENYING.contains(word) || word.endsWith("n't"));
  }

  /** Whether the last clause before {@code end} denies: "No, the answer is" does not. */
  static boolean before(String text, int end) {
    return in(text.substring(clauseStart(text, end), end));
  }

  /** Whether the text denies, in words or by a comparison. */
  static boolean inNumbers(String text) {
    return in(text) || hasSign(text, DENYING_SIGN);
  }

  /** Whether a number in the text is not the value itself: rough, scaled or under a root. */
  static boolean isInexact(String text) {
    return anyWord(text, INEXACT::contains) || hasSign(text, INEXACT_SIGN);
  }

  /** Where the clause that reaches {@code end} starts; a comma within a number ends none. */
  static int clauseStart(String text, int end) {
    for (int i = end - 1; i >= 0; i--)
      if (CLAUSE_ENDS.indexOf(text.charAt(i)) >= 0 && !isDigitAt(text, i + 1)) return i + 1;
    return 0;
  }

  private static boolean isDigitAt(String text, int at) {
    return at < text.length() && Character.isDigit(text.charAt(at));
  }

  private static boolean hasSign(String text, Pattern sign) {
    return mayHaveSign(text) && sign.matcher(text).find();
  }

  private static boolean mayHaveSign(String text) {
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c >= 128 || c == '<' || c == '>' || c == '\\' || c == '~') return true;
    }
    return false;
  }

  private static boolean anyWord(String text, Predicate<String> wanted) {
    int start = 0;
    for (int i = 0; i <= text.length(); i++) {
      if (isInWord(text, start, i)) continue;
      if (i - start > 1 && i - start <= MAX_WORD && wanted.test(word(text, start, i))) return true;
      start = i + 1;
    }
    return false;
  }

  /** An apostrophe only between letters, for it quotes as well. */
  private static boolean isInWord(String text, int start, int at) {
    if (at == text.length()) return false;
    char c = text.charAt(at);
    if (c != '\'' && c != '\u2019') return Character.isLetter(c);
    return at > start && at + 1 < text.length() && Character.isLetter(text.charAt(at + 1));
  }

  private static String word(String text, int start, int end) {
    return text.substring(start, end).toLowerCase(Locale.ROOT).replace('\u2019', '\'');
  }
}
