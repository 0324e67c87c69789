package dev.whetstone.task;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The final answer of a completion, cleaned of its wrapping. One bounded reader for every family:
 * it looks for the last {@code <answer>}, else the last {@code \boxed{}}, else {@code ####}, else
 * reads the final line; nothing is evaluated and no pattern can backtrack without bound.
 *
 * @param text as written, without dollar signs, LaTeX spacing, emphasis and the closing full stop;
 *     may have several lines
 * @param marked whether the writer marked it, so that nothing around it counts
 */
public record Answer(String text, boolean marked) {
  /** Characters of a completion; a longer one is unreadable. */
  public static final int MAX_COMPLETION = 262_144;

  /** Characters of an answer; a longer one is unreadable. */
  public static final int MAX_ANSWER = 65_536;

  private static final int MAX_BRACES = 32;
  private static final String BOX = "\\boxed{";
  private static final Pattern LEAD_IN =
      Pattern.compile(
          "\\b(?:answer|result|solution|total|sum|value|output)\\b\\s?(?:is|are|was|=|:)(?!\\w)"
              + "|\\b(?:answer|result|solution) (?:comes to|should be)\\b");

  private static final Pattern DENIED =
      Pattern.compile("\\b(?:not|isn't|never|wrong|incorrect)\\s(?:\\w{1,12}\\s){0,2}$");

  /** Reads the final answer; empty where there is none to read. */
  public static Optional<Answer> in(String completion) {
    if (completion.length() > MAX_COMPLETION) return Optional.empty();
    if (AnswerText.isBare(completion)) return Optional.of(new Answer(completion, false));
    String said = afterThinking(completion);
    return tagged(said)
        .or(() -> boxed(said))
        .map(inner -> new Answer(AnswerText.clean(inner), true))
        .or(() -> finalLine(said))
        .filter(answer -> !answer.text.isBlank() && answer.text.length() <= MAX_ANSWER);
  }

  /**
   * The last {@code lines} lines that hold something, for answers that are grids; the marked answer
   * where there is one.
   */
  public static Optional<List<String>> block(String completion, int lines) {
    return in(completion)
        .map(answer -> answer.marked ? answer.text : AnswerText.clean(afterThinking(completion)))
        .map(text -> text.lines().map(String::strip).filter(line -> !line.isEmpty()).toList())
        .filter(found -> found.size() >= lines)
        .map(found -> found.subList(found.size() - lines, found.size()));
  }

  /** The answer on one line, its white space folded. */
  public String line() {
    return AnswerText.fold(text);
  }

  /** The answer in lower case without its lead-in: what stands after the last "is", ":" or "=". */
  public String tail() {
    String line = line();
    int cut = Math.max(line.lastIndexOf(':') + 1, line.lastIndexOf('=') + 1);
    cut = Math.max(cut, line.lastIndexOf(" is ") < 0 ? 0 : line.lastIndexOf(" is ") + 4);
    return AnswerText.fold(line.substring(cut)).toLowerCase(Locale.ROOT);
  }

  /** The number that the answer states: the whole of it, or the only one in its prose. */
  public Optional<Rational> number() {
    return Numbers.read(line());
  }

  /** The one option that the answer names; none where it names several, or negates. */
  public Optional<String> choice(List<String> options) {
    return Choices.read(line(), options);
  }

  private static String afterThinking(String completion) {
    int end = completion.lastIndexOf("</think>");
    return end < 0 ? completion : completion.substring(end + "</think>".length());
  }

  private static Optional<String> tagged(String said) {
    String lower = said.toLowerCase(Locale.ROOT);
    if (lower.length() != said.length()) return Optional.empty();
    int close = lower.lastIndexOf("</answer>");
    int open = close < 0 ? -1 : lower.lastIndexOf("<answer>", close);
    if (open < 0) return Optional.empty();
    String inner = said.substring(open + "<answer>".length(), close);
    return boxed(inner).or(() -> Optional.of(inner));
  }

  /** The inside of the last box; nothing where a box stands in a box. */
  private static Optional<String> boxed(String said) {
    int open = said.lastIndexOf(BOX);
    if (open < 0) return Optional.empty();
    if (said.startsWith(BOX, open - BOX.length())) return Optional.of("");
    int start = open + BOX.length();
    return closing(said, start).map(end -> said.substring(start, end));
  }

  private static Optional<Integer> closing(String said, int start) {
    int depth = 1;
    for (int i = start; i < said.length() && depth <= MAX_BRACES; i++) {
      char c = said.charAt(i);
      if (c == '{') depth++;
      if (c == '}' && --depth == 0) return Optional.of(i);
    }
    return Optional.empty();
  }

  private static Optional<Answer> finalLine(String said) {
    String line = AnswerText.lastLine(said);
    if (line.length() > MAX_ANSWER) return Optional.empty();
    int hashes = line.lastIndexOf("####");
    if (hashes >= 0)
      return Optional.of(new Answer(AnswerText.clean(line.substring(hashes + 4)), true));
    return Optional.of(new Answer(afterLeadIn(AnswerText.clean(line)), false));
  }

  private static String afterLeadIn(String line) {
    String lower = line.toLowerCase(Locale.ROOT);
    Matcher matcher = LEAD_IN.matcher(lower);
    int cut = 0;
    while (matcher.find()) cut = isDenied(lower, matcher.start()) ? 0 : matcher.end();
    if (cut == 0 || cut > line.length()) return line;
    return AnswerText.clean(AnswerText.withoutColon(line.substring(cut)));
  }

  /** "This is not the answer: 5" leads to no answer. */
  private static boolean isDenied(String lower, int leadIn) {
    return DENIED.matcher(lower.substring(Math.max(0, leadIn - 40), leadIn)).find();
  }
}
