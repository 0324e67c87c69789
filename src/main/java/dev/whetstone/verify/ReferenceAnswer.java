package dev.whetstone.verify;

import dev.whetstone.task.Answer;
import dev.whetstone.task.Check;
import dev.whetstone.task.Checks;
import dev.whetstone.task.Rational;
import java.util.Locale;
import java.util.Optional;

/** The check against a reference answer that people bring: a number, or else a text. */
public final class ReferenceAnswer {
  /** Characters of a reference answer. */
  public static final int MAX_LENGTH = 10_000;

  private ReferenceAnswer() {}

  /**
   * Compares exactly as numbers where the reference is one, else as texts without regard to case,
   * white space and wrapping.
   *
   * @throws IllegalArgumentException if the reference is blank, too long or only wrapping
   */
  public static Check check(String reference) {
    if (reference.length() > MAX_LENGTH)
      throw new IllegalArgumentException("a reference has at most " + MAX_LENGTH + " characters");
    Answer truth =
        Answer.in(reference)
            .orElseThrow(() -> new IllegalArgumentException("a reference states an answer"));
    return number(truth)
        .map(Checks::number)
        .orElseGet(() -> Checks.reading(answer -> Optional.of(answer), a -> same(truth, a)));
  }

  /** A number only where the reference is nothing but a number. */
  private static Optional<Rational> number(Answer truth) {
    return truth
        .number()
        .filter(
            n ->
                truth.line().chars().noneMatch(Character::isLetter)
                    || truth.line().startsWith("\\frac"));
  }

  private static boolean same(Answer truth, Answer answer) {
    String wanted = plain(truth.line());
    return wanted.equals(plain(answer.line())) || wanted.equals(plain(answer.tail()));
  }

  private static String plain(String text) {
    return text.toLowerCase(Locale.ROOT).replace(" ", "");
  }
}
