package dev.whetstone.verify;

import dev.whetstone.task.Answer;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.StringJoiner;

/** Cuts a completion into the steps that a step verifier reads. */
public final class Steps {
  private static final String THINK = "<think>";
  private static final String ANSWER = "answer:";

  private Steps() {}

  /**
   * The first steps of what was said after the last {@code </think>}, or, where no thought was
   * ended, of all of it. They are the paragraphs (parted by blank lines) where there are several,
   * else the lines; without white space around them, none of them blank. In the last paragraph a
   * line that begins with "Answer:" is, with the lines after it, a step of its own. Reads each
   * character a bounded number of times.
   *
   * @param most steps to cut at most; at least 2
   */
  public static List<String> of(String completion, int most) {
    if (most < 2) throw new IllegalArgumentException("2 steps at least, not " + most);
    String said = withoutTag(Answer.afterThinking(withPlainEnds(completion)).strip());
    int answer = answerLine(said);
    List<String> steps = cut(said.substring(0, answer), most);
    if (answer < said.length() && steps.size() < most) steps.add(said.substring(answer));
    return steps;
  }

  private static String withPlainEnds(String lines) {
    return lines.replace("\r\n", "\n").replace('\r', '\n');
  }

  /** A thought that was never ended is all there is. */
  private static String withoutTag(String said) {
    return said.startsWith(THINK) ? said.substring(THINK.length()).strip() : said;
  }

  /** Where the last paragraph's last line that begins with "Answer:" does so; the end if none. */
  private static int answerLine(String said) {
    int end = said.length();
    while (end > 0) {
      int start = said.lastIndexOf('\n', end - 1) + 1;
      int text = start;
      while (text < end && Character.isWhitespace(said.charAt(text))) text++;
      if (said.regionMatches(true, text, ANSWER, 0, ANSWER.length())) return text;
      if (text == end) break;
      end = start - 1;
    }
    return said.length();
  }

  private static List<String> cut(String text, int most) {
    List<String> paragraphs = paragraphs(text, most);
    return paragraphs.size() > 1 ? paragraphs : lines(text, most);
  }

  private static List<String> lines(String text, int most) {
    return new ArrayList<>(
        text.lines().map(String::strip).filter(line -> !line.isEmpty()).limit(most).toList());
  }

  private static List<String> paragraphs(String text, int most) {
    List<String> paragraphs = new ArrayList<>();
    StringJoiner open = new StringJoiner("\n").setEmptyValue("");
    for (Iterator<String> lines = text.lines().iterator(); lines.hasNext(); ) {
      String line = lines.next();
      if (!line.isBlank()) open.add(line);
      else if (open.length() > 0) {
        paragraphs.add(open.toString().strip());
        if (paragraphs.size() == most) return paragraphs;
        open = new StringJoiner("\n").setEmptyValue("");
      }
    }
    if (open.length() > 0) paragraphs.add(open.toString().strip());
    return paragraphs;
  }
}
