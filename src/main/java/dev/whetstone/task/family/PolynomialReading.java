package dev.whetstone.task.family;

import static java.math.BigInteger.ONE;

import dev.whetstone.task.Answer;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads a sum of monomials in x. */
final class PolynomialReading {
  private static final int MAX_LINE = 16_000;
  private static final String SUPERSCRIPTS = "⁰¹²³⁴⁵⁶⁷⁸⁹";
  private static final Pattern DENIAL = Pattern.compile("\\b(?:not|never|no|nor|neither|wrong)\\b");
  private static final Pattern GROUPING = Pattern.compile("(?<=\\d)(?:,|\\{,})(?=\\d{3}(?!\\d))");
  private static final Pattern TERM =
      Pattern.compile(
          "([-+]{0,2}+)(?:(\\d{1,400}+)(?:\\*(?=x))?+)?+"
              + "(x(?:\\^?+(?:(\\d{1,4}+)|\\{(\\d{1,4}+)}|\\((\\d{1,4}+)\\)))?+)?+");

  private PolynomialReading() {}

  /** Nothing where it is anything else, a product in brackets too. */
  static Optional<List<Monomial>> terms(Answer answer) {
    if (DENIAL.matcher(answer.line().toLowerCase(Locale.ROOT)).find()) return Optional.empty();
    String text = plain(answer.tail());
    if (text.isEmpty() || text.length() > MAX_LINE) return Optional.empty();
    List<Monomial> terms = new ArrayList<>();
    Matcher matcher = TERM.matcher(text);
    for (int at = 0; at < text.length(); at = matcher.end()) {
      boolean found = matcher.region(at, text.length()).lookingAt();
      if (!found || !isTerm(matcher, at == 0)) return Optional.empty();
      terms.add(monomial(matcher));
    }
    return Optional.of(terms);
  }

  private static boolean isTerm(Matcher m, boolean first) {
    boolean signed = !m.group(1).isEmpty();
    boolean stated = m.group(2) != null || m.group(3) != null;
    return stated && (first || signed);
  }

  private static Monomial monomial(Matcher m) {
    BigInteger size = m.group(2) == null ? ONE : new BigInteger(m.group(2));
    boolean negative = m.group(1).equals("-") || m.group(1).equals("+-") || m.group(1).equals("-+");
    int power = m.group(3) == null ? 0 : 1;
    for (int group = 4; group <= 6; group++)
      if (m.group(group) != null) power = Integer.parseInt(m.group(group));
    return new Monomial(negative ? size.negate() : size, power);
  }

  /** Without spaces and grouping; the shared reader has made x2 of x**2, so that is x^2. */
  private static String plain(String text) {
    StringBuilder plain = new StringBuilder();
    String ungrouped = GROUPING.matcher(text).replaceAll("");
    for (int i = 0; i < ungrouped.length(); i++) {
      char c = ungrouped.charAt(i);
      int raised = SUPERSCRIPTS.indexOf(c);
      if (raised >= 0) plain.append(raised);
      else if (c == '·' || c == '⋅' || c == '×') plain.append('*');
      else if (!Character.isWhitespace(c)) plain.append(c);
    }
    return plain.toString();
  }
}
