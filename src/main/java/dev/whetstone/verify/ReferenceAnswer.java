package dev.whetstone.verify;

import dev.whetstone.task.Answer;
import dev.whetstone.task.Check;
import dev.whetstone.task.Checks;
import dev.whetstone.task.Grade;
import dev.whetstone.task.Rational;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/** The check against a reference answer that people bring: a number, or else a text. */
public final class ReferenceAnswer {
  /** Characters of a reference answer. */
  public static final int MAX_LENGTH = 10_000;

  private static final Pattern ONE_LEAD = Pattern.compile("[^,;:=]*+[:=]?+ ?+");
  private static final Pattern SPACE = Pattern.compile("(?<!\\d) | (?!\\d)");

  private ReferenceAnswer() {}

  /**
   * Compares exactly as numbers where the reference is one, else as texts without regard to case,
   * white space and wrapping. A reference without a mark is taken whole, all its lines.
   *
   * @throws IllegalArgumentException if the reference is blank, too long or only wrapping
   */
  public static Check check(String reference) {
    if (reference.length() > MAX_LENGTH)
      throw new IllegalArgumentException("a reference has at most " + MAX_LENGTH + " characters");
    Answer truth =
        Answer.whole(reference)
            .orElseThrow(() -> new IllegalArgumentException("a reference states an answer"));
    return number(truth).map(Checks::number).orElseGet(() -> text(truth));
  }

  /** A number only where the reference is nothing but a number, or says what it is the value of. */
  private static Optional<Rational> number(Answer truth) {
    Answer stated = new Answer(stated(truth), Answer.Mark.BOTH_ENDS);
    boolean hasWords = stated.text().replace("\\frac", "").chars().anyMatch(Character::isLetter);
    return hasWords || lines(truth) > 1 ? Optional.empty() : stated.number();
  }

  private static Check text(Answer truth) {
    return completion ->
        Answer.in(completion)
            .map(answer -> same(truth, answer) || endsSo(truth, answer, completion))
            .map(same -> same ? Grade.RIGHT : Grade.WRONG)
            .orElse(Grade.UNREADABLE);
  }

  /** Whether its lines, as many as the truth has, are the same. */
  private static boolean endsSo(Answer truth, Answer answer, String completion) {
    int lines = lines(truth);
    return lines > 1
        && answer.isOpen()
        && Answer.block(completion, lines)
            .filter(block -> same(truth, new Answer(String.join("\n", block), Answer.Mark.NONE)))
            .isPresent();
  }

  private static boolean same(Answer truth, Answer answer) {
    String line = plain(answer.line());
    String tail = plain(answer.tail());
    String wanted = plain(truth.line());
    String stated = plain(stated(truth));
    return wanted.equals(line) || wanted.equals(tail) || stated.equals(line) || stated.equals(tail);
  }

  /** The tail, but all of "x = 2, y = 3". */
  private static String stated(Answer truth) {
    return ONE_LEAD.matcher(truth.lead()).matches() ? truth.tail() : truth.line();
  }

  private static int lines(Answer truth) {
    return (int) truth.text().lines().filter(line -> !line.isBlank()).count();
  }

  /** Only a space between digits counts. */
  private static String plain(String text) {
    return SPACE.matcher(text.toLowerCase(Locale.ROOT)).replaceAll("");
  }
}
