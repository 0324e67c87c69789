package dev.whetstone.model.equation;

import java.math.BigInteger;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads a number in digits: grouped, decimal, repeating, or cut off by dots. */
final class Digits {
  private static final int MAX_DIGITS = 600;
  private static final Pattern NUMBER =
      Pattern.compile(
          "(?<whole>\\d{1,3}+(?:(?:,|\\{,\\}|,\\\\!|\\\\,)\\d{3}(?!\\d)){1,60}+|\\d*+)"
              + "(?:\\.(?<decimals>\\d++)|\\.(?=\\\\overline\\{\\d))?+"
              + "(?:\\\\overline\\{(?<repeated>\\d{1,20}+)\\})?+"
              + "(?<dots>\\.{3}|\u2026|\\s?\\\\[lc]?dots(?![a-z]))?+");

  private Digits() {}

  /** The number at {@code start}, where a digit or a point before a digit stands. */
  static Lexeme read(String text, int start, int end) {
    Matcher found = NUMBER.matcher(text).region(start, end);
    if (!found.lookingAt()) throw new IllegalArgumentException("no number at " + start);
    String whole = digits(found.group("whole"));
    String decimals = digits(found.group("decimals"));
    String repeated = digits(found.group("repeated"));
    boolean dots = found.group("dots") != null;
    int size = whole.length() + decimals.length();
    if (size > MAX_DIGITS || (dots && (decimals.isEmpty() || !repeated.isEmpty())))
      return Lexeme.of(Kind.OPAQUE, start, found.end(), "number");
    Rational value = value(whole + decimals, decimals.length());
    if (!repeated.isEmpty()) value = value.plus(tail(repeated, decimals.length()));
    return new Lexeme(
        Kind.NUMBER,
        start,
        found.end(),
        found.group(),
        new Term.Literal(value, repeated.isEmpty() ? decimals.length() : 0, dots));
  }

  /** The single digit at {@code at}, as LaTeX reads what follows {@code \frac} without braces. */
  static Lexeme digit(String text, int at) {
    Rational value = Rational.of(Character.digit(text.charAt(at), 10));
    return new Lexeme(
        Kind.NUMBER, at, at + 1, text.substring(at, at + 1), new Term.Literal(value, 0, false));
  }

  private static String digits(String group) {
    return group == null ? "" : group.replaceAll("\\D", "");
  }

  private static Rational value(String digits, int decimals) {
    return new Rational(
        new BigInteger(digits.isEmpty() ? "0" : digits), BigInteger.TEN.pow(decimals));
  }

  private static Rational tail(String repeated, int after) {
    BigInteger nines = BigInteger.TEN.pow(repeated.length()).subtract(BigInteger.ONE);
    return new Rational(new BigInteger(repeated), nines.multiply(BigInteger.TEN.pow(after)));
  }
}
