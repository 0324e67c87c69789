package dev.whetstone.task;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;

/** The checks that most families share. */
public final class Checks {
  private Checks() {}

  /** Right where the answer states exactly this number, however it is written. */
  public static Check number(Rational truth) {
    return reading(Answer::number, truth::equals);
  }

  public static Check number(long truth) {
    return number(Rational.of(truth));
  }

  /** Right where the answer names this option and no other. */
  public static Check choice(String truth, List<String> options) {
    return reading(answer -> answer.choice(options), truth::equals);
  }

  /** Right where what {@code read} finds in the final answer satisfies {@code truth}. */
  public static <T> Check reading(Function<Answer, Optional<T>> read, Predicate<T> truth) {
    return completion ->
        Answer.in(completion)
            .flatMap(read)
            .map(found -> truth.test(found) ? Grade.RIGHT : Grade.WRONG)
            .orElse(Grade.UNREADABLE);
  }
}
