package dev.whetstone.task.family;

import dev.whetstone.task.Answer;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Whole numbers as they are written and read in a base from 2 to 36. */
final class Numeral {
  private static final int MAX_LINE = 1_000;
  private static final Map<Integer, String> PREFIXES = Map.of(2, "0b", 8, "0o", 16, "0x");
  private static final Pattern DENIAL = Pattern.compile("\\b(?:not|never|nor|neither|wrong)\\b");
  private static final Pattern GROUPED =
      Pattern.compile("\\d{1,3}(?:,\\d{3})++|\\d{1,3}(?: \\d{3})++|\\d{1,8}(?: \\d{8})++");
  private static final Pattern FOURS = Pattern.compile("\\d{1,4}(?: \\d{4})++");
  private static final Pattern SUBSCRIPT = Pattern.compile("[₀-₉]{1,2}+$");
  private static final Pattern NUMERAL =
      Pattern.compile(
          "\\(?([0-9a-z][0-9a-z, ]{0,200}?)\\)?"
              + "(?: ?_ ?\\{?\\(?(\\d{1,2})\\)?}?| ?\\(?(?:in )?base[- ]?(\\d{1,2})\\)?)?");

  private Numeral() {}

  static String of(long value, int base) {
    return Long.toString(value, base).toUpperCase(Locale.ROOT);
  }

  static char digit(int value) {
    return Character.toUpperCase(Character.forDigit(value, Character.MAX_RADIX));
  }

  static int value(char digit) {
    return Character.digit(digit, Character.MAX_RADIX);
  }

  /** The digits in lower case without leading zeros, of a numeral that may name its base. */
  static Optional<String> read(Answer answer, int base) {
    String line = answer.line().toLowerCase(Locale.ROOT);
    String tail = answer.tail();
    if (line.length() > MAX_LINE || denies(line, tail)) return Optional.empty();
    Matcher numeral = NUMERAL.matcher(SUBSCRIPT.matcher(tail).replaceAll(m -> lowered(m.group())));
    return numeral.matches() && agrees(numeral.group(2), base) && agrees(numeral.group(3), base)
        ? digits(ungrouped(numeral.group(1).strip()), base)
        : Optional.empty();
  }

  private static boolean denies(String line, String tail) {
    return DENIAL.matcher(line.substring(0, Math.max(0, line.length() - tail.length()))).find();
  }

  private static String lowered(String subscript) {
    StringBuilder plain = new StringBuilder("_");
    for (int i = 0; i < subscript.length(); i++) plain.append(subscript.charAt(i) - '₀');
    return plain.toString();
  }

  private static boolean agrees(String stated, int base) {
    return stated == null || Integer.parseInt(stated) == base;
  }

  private static String ungrouped(String written) {
    boolean grouped = GROUPED.matcher(written).matches() || FOURS.matcher(written).matches();
    return grouped ? written.replace(",", "").replace(" ", "") : written;
  }

  private static Optional<String> digits(String written, int base) {
    String prefix = PREFIXES.getOrDefault(base, "");
    String digits = written.startsWith(prefix) ? written.substring(prefix.length()) : written;
    int start = 0;
    while (start + 1 < digits.length() && digits.charAt(start) == '0') start++;
    String significant = digits.substring(start);
    boolean plain = significant.chars().allMatch(c -> value((char) c) >= 0);
    return significant.isEmpty() || !plain ? Optional.empty() : Optional.of(significant);
  }
}
