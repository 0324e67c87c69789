package dev.whetstone.task;

import java.math.BigDecimal;
import java.util.Optional;
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
  private static final Pattern DENIAL =
      Pattern.compile(
          "\\b(?:not|no|never|neither|nor|or|either|cannot|can't|isn't|wasn't|won't|except|unless"
              + "|unlike|between|unknown|wrong|maybe)\\b|[\u2260\u2248\u2264\u2265<]|(?<![-=])>"
              + "|\\\\(?:ne|neq|approx|sim|le|leq|ge|geq|lt|gt)(?![A-Za-z])",
          Pattern.CASE_INSENSITIVE);
  private static final Pattern GROUPED_BY_SPACE = Pattern.compile("[-+]?\\d{1,3}(?: \\d{3})++");

  private Numbers() {}

  /** The number that the line states; empty where there is none, several, or a denial. */
  static Optional<Rational> read(String line) {
    if (isWhole(line)) return Optional.of(Rational.of(Long.parseLong(line)));
    if (line.length() > MAX_LINE || denies(line)) return Optional.empty();
    String plain = plain(line);
    int equals = plain.lastIndexOf('=');
    if (listsEquations(plain, equals)) return Optional.empty();
    String right = plain.substring(equals + 1);
    return only(right).or(() -> only(AnswerText.conclusion(right)));
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

  static boolean denies(String line) {
    return DENIAL.matcher(line).find();
  }

  private static String plain(String line) {
    String plain = line.replace("{,}", ",").replace('\u2212', '-');
    plain =
        FRACTION
            .matcher(plain)
            .replaceAll(
                m -> (m.group(1) == null ? "" : m.group(1) + " ") + m.group(2) + "/" + m.group(3));
    plain =
        POWER_OF_TEN
            .matcher(plain)
            .replaceAll(m -> "e" + (m.group(1) == null ? m.group(2) : m.group(1)));
    return GROUPED_BY_SPACE.matcher(plain).matches() ? plain.replace(" ", "") : plain;
  }

  private static Optional<Rational> only(String plain) {
    Matcher matcher = NUMBER.matcher(plain);
    if (!matcher.find()) return Optional.empty();
    Optional<Rational> number = value(matcher);
    return strayDigit(plain, matcher.start(), matcher.end()) ? Optional.empty() : number;
  }

  private static boolean strayDigit(String plain, int start, int end) {
    return plain.chars().limit(start).anyMatch(Character::isDigit)
        || plain.chars().skip(end).anyMatch(c -> Character.isDigit(c) || c == '^' || c == '/');
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
