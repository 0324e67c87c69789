package dev.whetstone.task.family;

import dev.whetstone.task.Rational;
import java.util.Optional;

/** Plus, minus, times and, by any other sign, division of exact numbers. */
final class FourOperations {
  private FourOperations() {}

  /** Empty where it would divide by zero. */
  static Optional<Rational> apply(Rational left, char sign, Rational right) {
    return switch (sign) {
      case '+' -> Optional.of(left.plus(right));
      case '-' -> Optional.of(left.minus(right));
      case '*' -> Optional.of(left.times(right));
      default -> right.numerator().signum() == 0 ? Optional.empty() : Optional.of(left.over(right));
    };
  }
}
