package dev.whetstone.task.family;

/**
 * An arithmetic expression with its value.
 *
 * @param rank how tightly it holds together; where it must be tighter, it goes in parentheses
 * @param effort digit operations that it takes
 */
record ArithmeticPart(String text, long value, int rank, long effort) {
  static final int SUM = 0;
  static final int QUOTIENT = 1;
  static final int PRODUCT = 2;
  static final int ATOM = 3;

  static ArithmeticPart of(long number) {
    return new ArithmeticPart(Long.toString(number), number, ATOM, 0);
  }

  static ArithmeticPart of(
      ArithmeticPart left, char sign, ArithmeticPart right, long value, int rank) {
    long effort = left.effort + right.effort + cost(sign, left.value, right.value, value);
    return new ArithmeticPart(left.text + ' ' + sign + ' ' + right.text, value, rank, effort);
  }

  ArithmeticPart atLeast(int wanted) {
    return rank >= wanted ? this : new ArithmeticPart("(" + text + ")", value, ATOM, effort + 1);
  }

  /** Digit operations when worked on paper. */
  private static long cost(char sign, long left, long right, long value) {
    return switch (sign) {
      case '*' -> Digits.of(left) * Digits.of(right) + Digits.of(left) + Digits.of(right);
      case '/' -> 2 * (Digits.of(right) + 1) * Digits.of(value);
      default -> Math.max(Digits.of(left), Digits.of(right));
    };
  }
}
