package dev.whetstone.task.solver;

import dev.whetstone.task.Rational;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** Evaluates by recursive descent, in exact fractions; bounded in length and depth. */
final class Expression {
  private static final int MAX_LENGTH = 2_000;
  private static final int MAX_DEPTH = 40;
  private static final Rational ZERO = Rational.of(0);
  private static final Rational ONE = Rational.of(1);
  private static final Pattern SPLIT_NUMBER = Pattern.compile("[\\d.] ++[\\d.]");

  /** Not an expression, or one without a value. */
  private static final class Unreadable extends RuntimeException {
    private static final long serialVersionUID = 1;

    Unreadable() {
      super(null, null, false, false);
    }
  }

  private final String text;
  private final List<Rational> numbers = new ArrayList<>();
  private int at;
  private int depth;
  private boolean computes;
  private final Effort effort;

  private Expression(String text, Effort effort) {
    this.text = text;
    this.effort = effort;
  }

  /**
   * A value, and the numbers written.
   *
   * @param value empty where something is divided by zero
   * @param computes whether an operation does more than add 0 or subtract it, or multiply or divide
   *     by 1
   */
  record Value(Optional<Rational> value, List<Rational> numbers, boolean computes) {}

  /** Empty where the text is no expression of + - * / and parentheses. */
  static Optional<Value> read(String text, Effort effort) {
    if (text.length() > MAX_LENGTH || SPLIT_NUMBER.matcher(text).find()) return Optional.empty();
    effort.take(text.length());
    Expression expression = new Expression(text.replace(" ", ""), effort);
    try {
      Rational value = expression.sum();
      if (expression.at < expression.text.length()) return Optional.empty();
      return Optional.of(
          new Value(Optional.of(value), List.copyOf(expression.numbers), expression.computes));
    } catch (ArithmeticException e) {
      return Optional.of(new Value(Optional.empty(), List.of(), true));
    } catch (Unreadable e) {
      return Optional.empty();
    }
  }

  private Rational sum() {
    if (++depth > MAX_DEPTH) throw new Unreadable();
    Rational value = product();
    while (sees('+') || sees('-')) {
      boolean adds = text.charAt(at++) == '+';
      Rational term = product();
      computes |= !value.equals(ZERO) && !term.equals(ZERO);
      value = counted(adds ? value.plus(term) : value.minus(term));
    }
    depth--;
    return value;
  }

  private Rational product() {
    Rational value = factor();
    while (sees('*') || sees('/')) {
      boolean multiplies = text.charAt(at++) == '*';
      Rational factor = factor();
      computes |= !factor.equals(ONE) && !(multiplies && value.equals(ONE));
      value = counted(multiplies ? value.times(factor) : value.over(factor));
    }
    return value;
  }

  /** Lowest terms take about the square of the length. */
  private Rational counted(Rational value) {
    int bits = value.numerator().bitLength() + value.denominator().bitLength();
    long words = 1L + bits / Long.SIZE;
    effort.take(words * words);
    return value;
  }

  private Rational factor() {
    int minus = at;
    while (sees('-') && at < minus + 2) at++;
    Rational value = sees('(') ? inParentheses() : number();
    return (at > minus && text.charAt(minus) == '-' && !startsWithTwo(minus))
        ? Rational.of(0).minus(value)
        : value;
  }

  private boolean startsWithTwo(int start) {
    return text.startsWith("--", start);
  }

  private Rational inParentheses() {
    at++;
    Rational value = sum();
    if (!sees(')')) throw new Unreadable();
    at++;
    return value;
  }

  private Rational number() {
    int start = at;
    while (at < text.length() && (isDigit(text.charAt(at)) || sees('.'))) at++;
    String digits = text.substring(start, at);
    if (!digits.matches("\\d{1,40}(\\.\\d{1,40})?")) throw new Unreadable();
    Rational value = Rational.of(new BigDecimal(digits));
    numbers.add(value);
    return value;
  }

  private static boolean isDigit(char c) {
    return c >= '0' && c <= '9';
  }

  private boolean sees(char c) {
    return at < text.length() && text.charAt(at) == c;
  }
}
