package dev.whetstone.task;

import static java.util.regex.Matcher.quoteReplacement;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads one exact number from a line: decimal, grouped, fraction, mixed, LaTeX, scientific. */
final class Numbers {
  private static final int MAX_LINE = 4_000;
  private static final int MAX_DIGITS = 1_000;
  private static final int MAX_LONG_DIGITS = 18;
  private static final int MAX_EXPONENT = 400;

  private static final String UNSIGNED =
      "(?:\\d{1,3}+(?:,\\d{3})++(?!\\d)|\\d++)(?:\\.\\d++)?+|\\.\\d++";
  private static final Pattern NUMBER =
      Pattern.compile(
          "(?<![\\w.^])([-+]?+)\\s?+(?:(\\d{1,9}+) (?=\\d{1,9}+/\\d))?+("
              + UNSIGNED
              + ")(?:\\s?+/\\s?+([-+]?+(?:"
              + UNSIGNED
              + ")))?+(?:\\s?+[eE]([-+]?\\d{1,4}+))?+(?![\\d^])");
  private static final Pattern FRACTION =
      Pattern.compile(
          "([-+]?\\d{1,9})?\\s?\\\\frac\\s?\\{([^{}]{1,1100})\\}\\s?\\{([^{}]{1,1100})\\}");
  private static final Pattern POWER_OF_TEN =
      Pattern.compile(
          "\\s?[*x\u00d7]\\s?10\\s?\\^\\s?(?:\\{\\s?([-+]?\\d{1,4})\\s?\\}|([-+]?\\d{1,4}))");
  private static final List<String> MINUS = List.of("minus", "negative");
  private static final String OPENING = " ([{|";
  private static final int MAX_BEFORE_DIGIT = 3;
  private static final String UNARY = "-/^_\\";
  private static final Pattern GROUPED_BY_SPACE = Pattern.compile("[-+]?\\d{1,3}(?: \\d{3})++");

  private Numbers() {}

  /** The number that the line states; empty where there is none, several, or a denial. */
  static Optional<Rational> read(String line) {
    if (isWhole(line)) return Optional.of(Rational.of(Long.parseLong(line)));
    if (line.length() > MAX_LINE || Denials.inNumbers(line)) return Optional.empty();
    String plain = plain(line);
    int equals = plain.lastIndexOf('=');
    if (listsEquations(plain, equals)) return Optional.empty();
    String right = plain.substring(equals + 1);
    return only(right, 0).or(() -> only(right, AnswerText.conclusion(right)));
  }

  /** Digits that fit a long, with a minus sign or none. */
  private static boolean isWhole(String line) {
    int start = line.startsWith("-") ? 1 : 0;
    if (line.length() == start || line.length() > MAX_LONG_DIGITS) return false;
    for (int i = start; i < line.length(); i++)
      if (line.charAt(i) < '0' || line.charAt(i) > '9') return false;
    return true;
  }

  /** "x = 3, x = 5" states two numbers, "x = 15/3 = 5" one. */
  private static boolean listsEquations(String plain, int last) {
    int before = plain.lastIndexOf('=', last - 1);
    if (before < 0) return false;
    String between = plain.substring(before, last);
    return between.contains(", ") || between.contains(";");
  }

  private static String plain(String line) {
    String plain = line.replace("{,}", ",").replace('\u2212', '-');
    if (plain.contains("\\frac"))
      plain = FRACTION.matcher(plain).replaceAll(m -> quoteReplacement(fraction(m)));
    if (plain.contains("10")) plain = POWER_OF_TEN.matcher(plain).replaceAll("e$1$2");
    return GROUPED_BY_SPACE.matcher(plain).matches() ? plain.replace(" ", "") : plain;
  }

  private static String fraction(MatchResult m) {
    return (m.group(1) == null ? "" : m.group(1) + " ") + m.group(2) + "/" + m.group(3);
  }

  /** The one number from {@code start} on, where its clause states it exactly. */
  private static Optional<Rational> only(String said, int start) {
    int digit = firstDigit(said, start);
    int from = Math.max(start, digit - MAX_BEFORE_DIGIT);
    Matcher matcher = NUMBER.matcher(said).region(from, said.length()).useTransparentBounds(true);
    if (digit == said.length() || !matcher.find() || !isAlone(said, start, matcher))
      return Optional.empty();
    if (Denials.isInexact(said.substring(Denials.clauseStart(said, start))))
      return Optional.empty();
    boolean minus = isMinus(said, matcher.start() - 1);
    return minus ? value(matcher).map(n -> Rational.of(0).minus(n)) : value(matcher);
  }

  private static int firstDigit(String said, int start) {
    int at = start;
    while (at < said.length() && !Character.isDigit(said.charAt(at))) at++;
    return at;
  }

  private static boolean isAlone(String said, int start, Matcher number) {
    return !hasAny(said, start, number.start(), "")
        && !hasAny(said, number.end(), said.length(), "^/")
        && !isOperand(said, number.start());
  }

  private static boolean hasAny(String said, int start, int end, String signs) {
    for (int i = start; i < end; i++)
      if (Character.isDigit(said.charAt(i)) || signs.indexOf(said.charAt(i)) >= 0) return true;
    return false;
  }

  /** Whether a sign or a function stands before the number or its brackets: "-(3)", "f(3)". */
  private static boolean isOperand(String said, int start) {
    int at = start - 1;
    while (at >= 0 && OPENING.indexOf(said.charAt(at)) >= 0) at--;
    if (at < 0) return false;
    boolean calls = at < start - 1 && said.charAt(at + 1) != ' ';
    return UNARY.indexOf(said.charAt(at)) >= 0
        || (calls && Character.isLetter(said.charAt(at)))
        || (at < start - 2 && isMinus(said, at + 1));
  }

  /** Whether the word that ends here is one for the minus sign. */
  private static boolean isMinus(String said, int end) {
    return MINUS.stream()
        .anyMatch(m -> said.regionMatches(true, end - m.length(), m, 0, m.length()));
  }

  private static Optional<Rational> value(Matcher m) {
    if (m.end() - m.start() > MAX_DIGITS) return Optional.empty();
    Optional<Rational> top = scaled(m.group(3), m.group(5));
    if (m.group(4) != null)
      top = top.flatMap(t -> scaled(m.group(4), null).flatMap(b -> over(t, b)));
    if (m.group(2) != null) top = top.map(t -> t.plus(Rational.of(Long.parseLong(m.group(2)))));
    return m.group(1).equals("-") ? top.map(t -> Rational.of(0).minus(t)) : top;
  }

  private static Optional<Rational> scaled(String digits, String exponent) {
    int power = exponent == null ? 0 : Integer.parseInt(exponent);
    if (Math.abs(power) > MAX_EXPONENT) return Optional.empty();
    return Optional.of(
        Rational.of(new BigDecimal(digits.replace(",", "")).scaleByPowerOfTen(power)));
  }

  private static Optional<Rational> over(Rational top, Rational bottom) {
    return bottom.numerator().signum() == 0 ? Optional.empty() : Optional.of(top.over(bottom));
  }
}
