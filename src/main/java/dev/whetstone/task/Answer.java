package dev.whetstone.task;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The final answer of a completion, cleaned of its wrapping. One bounded reader for every family:
 * it looks for the last {@code <answer>}, else the last {@code \boxed{}}, else the last {@code
 * ####} (what follows it on its line or, where nothing does, the paragraph below), else reads the
 * final line; nothing is evaluated and no pattern can backtrack without bound.
 *
 * @param text as written, without dollar signs, LaTeX spacing, emphasis and the closing full stop;
 *     may have several lines
 */
public record Answer(String text, Mark mark) {
  /** How the writer marked it. */
  public enum Mark {
    NONE,
    /** Where it begins; it ends with its line, or with as many as such an answer has. */
    START,
    BOTH_ENDS
  }

  /** Characters of a completion; a longer one is unreadable. */
  public static final int MAX_COMPLETION = 262_144;

  /** Characters of an answer; a longer one is unreadable. */
  public static final int MAX_ANSWER = 65_536;

  private static final int MAX_BRACES = 32;
  private static final String BOX = "\\boxed{";
  private static final String HASHES = "####";
  private static final List<String> LEADS =
      List.of("answer", "result", "solution", "total", "sum", "value", "output");
  private static final Pattern LEAD_IN =
      Pattern.compile(
          "(?:"
              + String.join("|", LEADS)
              + ")\\b\\s?(?:is|are|was|=|:)(?!\\w)"
              + "|(?:answer|result|solution) (?:comes to|should be)\\b",
          Pattern.CASE_INSENSITIVE);

  /** Reads the final answer; empty where there is none to read. */
  public static Optional<Answer> in(String completion) {
    if (completion.length() > MAX_COMPLETION) return Optional.empty();
    if (AnswerText.isBare(completion)) return Optional.of(new Answer(completion, Mark.NONE));
    String said = afterThinking(completion);
    return tagged(said)
        .or(() -> boxed(said))
        .map(inner -> marked(inner, Mark.BOTH_ENDS))
        .or(() -> hashed(said).map(inner -> marked(inner, Mark.START)))
        .or(() -> finalLine(said))
        .filter(answer -> !answer.text.isBlank());
  }

  private static Answer marked(String inner, Mark mark) {
    return new Answer(inner.length() > MAX_ANSWER ? "" : AnswerText.clean(inner), mark);
  }

  /** The marked answer, or else the whole of the text, however many lines it has. */
  public static Optional<Answer> whole(String text) {
    return in(text)
        .map(a -> a.isMarked() ? a : new Answer(AnswerText.clean(afterThinking(text)), a.mark));
  }

  /**
   * The last {@code lines} lines that hold something, for answers that are grids; where the answer
   * is marked those of it, and where its start is marked the first ones from there.
   */
  public static Optional<List<String>> block(String completion, int lines) {
    Optional<Answer> answer = in(completion);
    boolean first = answer.filter(found -> found.mark == Mark.START).isPresent();
    return answer
        .map(found -> found.mark == Mark.BOTH_ENDS ? found.text : around(completion, first))
        .map(text -> text.lines().map(String::strip).filter(line -> !line.isEmpty()).toList())
        .filter(found -> found.size() >= lines)
        .map(
            found ->
                first
                    ? found.subList(0, lines)
                    : found.subList(found.size() - lines, found.size()));
  }

  private static String around(String completion, boolean afterHashes) {
    String said = afterThinking(completion);
    return AnswerText.clean(afterHashes ? said.substring(hashes(said)) : said);
  }

  public boolean isMarked() {
    return mark != Mark.NONE;
  }

  /** Whether more lines may belong to it than were read. */
  public boolean isOpen() {
    return mark != Mark.BOTH_ENDS;
  }

  /** The answer on one line, its white space folded. */
  public String line() {
    return AnswerText.fold(text);
  }

  /**
   * The answer in lower case without its lead-in: what stands after the last "is", ":" or "=",
   * unless that is denied.
   */
  public String tail() {
    return AnswerText.fold(line().substring(lead().length())).toLowerCase(Locale.ROOT);
  }

  /** What stands before the tail, on one line; empty where that denies it. */
  public String lead() {
    String line = line();
    int cut = Math.max(line.lastIndexOf(':') + 1, line.lastIndexOf('=') + 1);
    cut = Math.max(cut, line.lastIndexOf(" is ") < 0 ? 0 : line.lastIndexOf(" is ") + 4);
    return Denials.before(line, cut) ? "" : line.substring(0, cut);
  }

  /** The number that the answer states: the whole of it, or the only one in its prose. */
  public Optional<Rational> number() {
    return Numbers.read(line());
  }

  /** The one option that the answer names; none where it names several, or negates. */
  public Optional<String> choice(List<String> options) {
    return Choices.read(line(), options);
  }

  /** What was said after the last ended thought; all of it where none was ended. */
  public static String afterThinking(String completion) {
    int end = completion.lastIndexOf("</think>");
    return end < 0 ? completion : completion.substring(end + "</think>".length());
  }

  private static Optional<String> tagged(String said) {
    int close = lastTag(said, "</answer>", said.length());
    int open = close < 0 ? -1 : lastTag(said, "<answer>", close);
    if (open < 0) return Optional.empty();
    String inner = said.substring(open + "<answer>".length(), close);
    return boxed(inner).filter(box -> !isDenied(inner, box)).or(() -> Optional.of(inner));
  }

  private static int lastTag(String said, String tag, int from) {
    int at = said.lastIndexOf('<', from);
    while (at >= 0 && !said.regionMatches(true, at, tag, 0, tag.length()))
      at = said.lastIndexOf('<', at - 1);
    return at;
  }

  /** A tag counts as a whole, so that its words may deny the box in it. */
  private static boolean isDenied(String inner, String box) {
    int open = inner.lastIndexOf(BOX);
    int after = Math.min(inner.length(), open + BOX.length() + box.length());
    return Denials.before(inner, open) || Denials.in(inner.substring(after));
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

  /** Where the last hashes end; less than their length where there are none. */
  private static int hashes(String said) {
    return said.lastIndexOf(HASHES) + HASHES.length();
  }

  private static Optional<String> hashed(String said) {
    int start = hashes(said);
    if (start < HASHES.length()) return Optional.empty();
    int end = said.indexOf('\n', start);
    if (end < 0) return Optional.of(said.substring(start));
    boolean heading = LEAD_IN.matcher(said).region(end, said.length()).find();
    if (heading) return Optional.empty();
    String line = said.substring(start, end);
    return Optional.of(line.isBlank() ? AnswerText.firstParagraph(said.substring(end)) : line);
  }

  private static Optional<Answer> finalLine(String said) {
    String line = AnswerText.lastLine(said);
    if (line.length() > MAX_ANSWER) return Optional.empty();
    return Optional.of(new Answer(afterLeadIn(AnswerText.clean(line)), Mark.NONE));
  }

  /** "This is not the answer: 5" leads to no answer. */
  private static String afterLeadIn(String line) {
    Matcher matcher = LEAD_IN.matcher(line);
    int start = line.length() - 1;
    while (start >= 0 && !leadsIn(matcher, line, start)) start--;
    if (start < 0 || Denials.before(line, start)) return line;
    return AnswerText.clean(AnswerText.withoutColon(line.substring(matcher.end())));
  }

  private static boolean leadsIn(Matcher matcher, String line, int start) {
    return (start == 0 || !Character.isLetterOrDigit(line.charAt(start - 1)))
        && isLead(line, start)
        && matcher.region(start, line.length()).lookingAt();
  }

  private static boolean isLead(String line, int start) {
    int initial = Character.toLowerCase(line.charAt(start));
    for (String lead : LEADS)
      if (initial == lead.charAt(0) && line.regionMatches(true, start, lead, 0, lead.length()))
        return true;
    return false;
  }
}
