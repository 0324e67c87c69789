package dev.whetstone.task.family;

import dev.whetstone.task.Answer;
import java.util.Optional;
import java.util.regex.Pattern;

/** Reads the digits of a 4x4 grid, however they are spaced, ruled or framed. */
final class SudokuReading {
  private static final int MAX_LINES = 9;
  private static final int MAX_TEXT = 600;
  private static final String SEPARATORS = " \t\r\n,;|+-=_&\\[](){}─│┼┌┐└┘├┤┬┴";

  private static final Pattern LEAD_IN =
      Pattern.compile(
          "^(?:(?:so,? )?(?:the )?(?:final |full |completed? )?(?:answer|solution|grid)(?:"
              + " is)?)?:?",
          Pattern.CASE_INSENSITIVE);
  private static final Pattern LATEX_FRAME =
      Pattern.compile("\\\\(?:(?:begin|end)\\{[a-z]{1,9}+\\*?}(?:\\{[clr|]{1,9}+})?+|hline)");

  private SudokuReading() {}

  /** The sixteen digits of the answer or, where its ends are not marked, of as many lines. */
  static Optional<String> digits(String completion) {
    Optional<Answer> answer = Answer.in(completion);
    Optional<String> digits = answer.flatMap(found -> plainDigits(found.text()));
    boolean open = answer.filter(Answer::isOpen).isPresent();
    for (int lines = 2; open && !isSettled(digits) && lines <= MAX_LINES; lines++)
      digits =
          Answer.block(completion, lines).flatMap(block -> plainDigits(String.join("\n", block)));
    return digits.filter(SudokuReading::isGrid);
  }

  /** Whether no line more could help. */
  private static boolean isSettled(Optional<String> digits) {
    return digits.isEmpty() || isGrid(digits.get());
  }

  private static boolean isGrid(String digits) {
    return digits.length() == SudokuGrid.CELLS;
  }

  /** Nothing where there is more than a grid. */
  private static Optional<String> plainDigits(String text) {
    if (text.length() > MAX_TEXT) return Optional.empty();
    String plain = LATEX_FRAME.matcher(LEAD_IN.matcher(text).replaceFirst("")).replaceAll(" ");
    StringBuilder digits = new StringBuilder();
    for (int i = 0; i < plain.length(); i++) {
      char c = plain.charAt(i);
      if (c >= '0' && c <= '9' && digits.length() < SudokuGrid.CELLS) digits.append(c);
      else if (SEPARATORS.indexOf(c) < 0) return Optional.empty();
    }
    return Optional.of(digits.toString());
  }
}
