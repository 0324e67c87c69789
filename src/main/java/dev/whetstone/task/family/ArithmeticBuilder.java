package dev.whetstone.task.family;

import static dev.whetstone.task.family.ArithmeticPart.ATOM;
import static dev.whetstone.task.family.ArithmeticPart.PRODUCT;
import static dev.whetstone.task.family.ArithmeticPart.QUOTIENT;
import static dev.whetstone.task.family.ArithmeticPart.SUM;

import java.util.random.RandomGenerator;

/** Puts parts together; none is zero, so that each matters to the whole. */
final class ArithmeticBuilder {
  /** Factors in a row without parentheses. */
  private static final int MAX_FACTORS = 3;

  private static final long MAX_VALUE = 1_000_000_000_000L;

  private final RandomGenerator random;
  private final int digits;
  private final int operators;
  private final boolean parentheses;
  private final long lowest;

  ArithmeticBuilder(int digits, int operators, boolean parentheses, RandomGenerator random) {
    this.random = random;
    this.digits = digits;
    this.operators = operators;
    this.parentheses = parentheses;
    lowest = Math.powExact(10L, digits - 1);
  }

  /** Its value is no number in it, so that to copy one does not pay. */
  ArithmeticPart expression(int terms) {
    while (true) {
      ArithmeticPart all = part(terms, SUM);
      if (!all.text().contains(Long.toString(Math.abs(all.value())))) return all;
    }
  }

  private ArithmeticPart part(int terms, int rank) {
    if (terms == 1) return number();
    ArithmeticPart made =
        switch (sign(terms, rank)) {
          case '+' -> sum(terms, '+');
          case '-' -> sum(terms, '-');
          case '*' -> product(terms);
          default -> quotient(terms);
        };
    return made.atLeast(rank);
  }

  private ArithmeticPart number() {
    return ArithmeticPart.of(random.nextLong(lowest, lowest * 10));
  }

  private char sign(int terms, int rank) {
    while (true) {
      char sign = "+-*/".charAt(random.nextInt(operators + 1));
      if (parentheses || mayStand(sign, terms, rank)) return sign;
    }
  }

  private boolean mayStand(char sign, int terms, int rank) {
    return switch (sign) {
      case '*' -> rank <= PRODUCT && terms <= MAX_FACTORS;
      case '/' -> rank <= QUOTIENT && terms == 2;
      default -> rank == SUM;
    };
  }

  private ArithmeticPart sum(int terms, char sign) {
    int most = parentheses ? terms - 1 : operators < 2 ? 1 : MAX_FACTORS;
    int size = 1 + random.nextInt(Math.min(most, terms - 1));
    return sum(part(terms - size, SUM), sign, part(size, QUOTIENT));
  }

  private static ArithmeticPart sum(ArithmeticPart left, char sign, ArithmeticPart right) {
    long value = sign == '+' ? left.value() + right.value() : left.value() - right.value();
    if (value == 0) return sum(left, sign == '+' ? '-' : '+', right);
    return ArithmeticPart.of(left, sign, right, value, SUM);
  }

  private ArithmeticPart product(int terms) {
    int size = parentheses ? 1 + random.nextInt(terms - 1) : 1;
    ArithmeticPart left = part(terms - size, PRODUCT);
    ArithmeticPart right = part(size, ATOM);
    if (Math.abs(left.value()) > MAX_VALUE / Math.abs(right.value())) return sum(left, '+', right);
    return ArithmeticPart.of(left, '*', right, left.value() * right.value(), PRODUCT);
  }

  private ArithmeticPart quotient(int terms) {
    if (terms == 2) return over(ArithmeticPart.of(divisor()));
    ArithmeticPart part = part(terms - 1, ATOM);
    return random.nextBoolean() ? over(part) : under(part);
  }

  private long divisor() {
    return random.nextLong(2, digits == 1 ? 5 : lowest);
  }

  /** A number chosen so that the part divides it. */
  private ArithmeticPart over(ArithmeticPart part) {
    long size = Math.abs(part.value());
    if (size < 2 || size >= lowest * 10) return sum(number(), '+', part);
    long times = random.nextLong((lowest + size - 1) / size, (lowest * 10 - 1) / size + 1);
    long value = part.value() < 0 ? -times : times;
    return ArithmeticPart.of(ArithmeticPart.of(size * times), '/', part, value, QUOTIENT);
  }

  /** A small divisor of the part, where there is one. */
  private ArithmeticPart under(ArithmeticPart part) {
    int start = random.nextInt(8);
    for (int i = 0; i < 8; i++) {
      long divisor = 2L + (start + i) % 8;
      if (part.value() % divisor == 0)
        return ArithmeticPart.of(
            part, '/', ArithmeticPart.of(divisor), part.value() / divisor, QUOTIENT);
    }
    return sum(part, '+', number());
  }
}
