package dev.whetstone.task;

import static java.util.regex.Matcher.quoteReplacement;

import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Takes the wrapping off an answer: LaTeX spacing and delimiters, emphasis, closing full stop. */
final class AnswerText {
  private static final Pattern SPACES = Pattern.compile("\\s++");
  private static final Pattern COMMAND =
      Pattern.compile("\\\\(?:text|mathrm|mathbf|textbf|operatorname|mbox)\\{([^{}\\n]{0,500})\\}");
  private static final Map<String, String> LATEX =
      Map.ofEntries(
          Map.entry("\\left", ""),
          Map.entry("\\right", ""),
          Map.entry("\\(", " "),
          Map.entry("\\)", " "),
          Map.entry("\\[", " "),
          Map.entry("\\]", " "),
          Map.entry("\\,", ""),
          Map.entry("\\!", ""),
          Map.entry("\\;", " "),
          Map.entry("\\:", " "),
          Map.entry("\\ ", " "),
          Map.entry("\\quad", " "),
          Map.entry("\\times", "*"),
          Map.entry("\\cdot", "*"),
          Map.entry("\\div", "/"),
          Map.entry("\\dfrac", "\\frac"),
          Map.entry("\\tfrac", "\\frac"),
          Map.entry("\\%", "%"),
          Map.entry("\\{", "{"),
          Map.entry("\\}", "}"),
          Map.entry("\\#", "#"),
          Map.entry("\\_", "_"),
          Map.entry("\\&", "&"),
          Map.entry("\\$", ""));
  private static final Pattern LATEX_WORD =
      Pattern.compile(
          "\\\\(?:left|right|quad|times|cdot|div|dfrac|tfrac)(?![A-Za-z])|\\\\[()\\[\\],!;:"
              + " %{}#_&$]");

  private static final List<String> LEADS = List.of(" is ", " equals ", ": ");

  /** The one letter that is longer in lower case, where the JDK takes quadratic time. */
  private static final char DOTTED_I = '\u0130';

  private static final int MAX_BARE = 40;

  private AnswerText() {}

  /** One short word or number, which has no wrapping to look for. */
  static boolean isBare(String text) {
    if (text.isEmpty() || text.length() > MAX_BARE) return false;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c >= 128 || !(c == '-' || Character.isLetterOrDigit(c))) return false;
    }
    return true;
  }

  static String clean(String text) {
    String plain = text.indexOf('\\') < 0 ? text : withoutLatex(text);
    plain = plain.replace('$', ' ').replace("**", "  ").replace('`', ' ');
    plain = plain.replace('\u2212', '-').replace('\u00a0', ' ').strip();
    return trimEnds(plain.replace(DOTTED_I, 'I'));
  }

  /** Where the last "is", "equals" or colon ends; the end of the line where there is none. */
  static int conclusion(String line) {
    int cut = -1;
    for (String lead : LEADS) cut = Math.max(cut, end(line, lead));
    return cut < 0 ? line.length() : cut;
  }

  private static int end(String line, String lead) {
    int at = line.lastIndexOf(lead);
    return at < 0 ? -1 : at + lead.length();
  }

  /** Without the colon that a lead-in leaves: "the answer is: 5". */
  static String withoutColon(String text) {
    String plain = text.strip();
    return plain.startsWith(":") ? plain.substring(1) : plain;
  }

  static String fold(String text) {
    return isFolded(text) ? text.strip() : SPACES.matcher(text).replaceAll(" ").strip();
  }

  private static boolean isFolded(String text) {
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c < ' ' || (c == ' ' && text.startsWith(" ", i + 1))) return false;
    }
    return true;
  }

  /** The last line that holds something, a closing code fence aside, or the empty string. */
  static String lastLine(String text) {
    String stripped = text.stripTrailing();
    if (stripped.endsWith("```"))
      stripped = stripped.substring(0, stripped.length() - 3).stripTrailing();
    int start = Math.max(stripped.lastIndexOf('\n'), stripped.lastIndexOf('\r')) + 1;
    return stripped.substring(start).strip();
  }

  /** The first lines that hold something, up to a blank one, or the empty string. */
  static String firstParagraph(String text) {
    return text.lines()
        .dropWhile(String::isBlank)
        .takeWhile(line -> !line.isBlank())
        .collect(Collectors.joining("\n"));
  }

  private static String withoutLatex(String text) {
    String plain = LATEX_WORD.matcher(text).replaceAll(m -> quoteReplacement(LATEX.get(m.group())));
    return COMMAND.matcher(plain).replaceAll("$1");
  }

  private static String trimEnds(String text) {
    int start = 0;
    int end = text.length();
    while (start < end && isWrapping(text.charAt(start))) start++;
    while (end > start && isClosing(text.charAt(end - 1))) end--;
    return text.substring(start, end);
  }

  private static boolean isWrapping(char c) {
    return Character.isWhitespace(c) || c == '"' || c == '\u201c' || c == '\'';
  }

  private static boolean isClosing(char c) {
    return isWrapping(c) || c == '.' || c == '!' || c == '\u201d' || c == ';';
  }
}
