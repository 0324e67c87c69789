package dev.whetstone.model.text;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** The numbers that a text writes in digits, and where they come from. */
public final class Numerals {
  /** Longer ones are passed over, so that reading stays linear. */
  private static final int MAX_DIGITS = 18;

  /** Numbers that are tried as operands; the latest count. */
  private static final int MAX_OPERANDS = 48;

  private static final double TOLERANCE = 1e-9;

  /**
   * @param start its first character in the text
   * @param end behind its last one
   */
  public record Numeral(int start, int end, double value) {}

  private final Set<Double> problem = new LinkedHashSet<>();
  private final Set<Double> earlier = new LinkedHashSet<>();

  private Numerals(Set<Double> problem, Set<Double> earlier) {
    this.problem.addAll(problem);
    this.earlier.addAll(earlier);
  }

  public static Numerals ofProblem(String text) {
    Numerals numerals = new Numerals(Set.of(), Set.of());
    in(text).forEach(numeral -> numerals.problem.add(numeral.value()));
    return numerals;
  }

  /** These, and those of one more step. */
  public Numerals then(String step) {
    Numerals more = new Numerals(problem, earlier);
    for (Numeral numeral : in(step)) {
      more.earlier.remove(numeral.value());
      more.earlier.add(numeral.value());
    }
    return more;
  }

  /** Where each of these numbers of one step, in its order, comes from. */
  public List<Origin> origins(List<Numeral> step) {
    List<Double> operands = new ArrayList<>(problem);
    operands.addAll(earlier);
    List<Origin> origins = new ArrayList<>();
    for (Numeral numeral : step) {
      origins.add(origin(numeral.value(), operands));
      operands.add(numeral.value());
    }
    return origins;
  }

  private Origin origin(double value, List<Double> operands) {
    if (earlier.contains(value)) return Origin.EARLIER;
    if (problem.contains(value)) return Origin.PROBLEM;
    return derived(value, operands) ? Origin.DERIVED : Origin.NEW;
  }

  private static boolean derived(double value, List<Double> all) {
    List<Double> latest = all.subList(Math.max(0, all.size() - MAX_OPERANDS), all.size());
    for (double a : latest)
      for (double b : latest)
        if (near(a + b, value) || near(a - b, value) || near(a * b, value) || near(a / b, value))
          return true;
    return false;
  }

  private static boolean near(double a, double b) {
    return Math.abs(a - b) <= TOLERANCE * Math.max(1, Math.abs(b));
  }

  /** In their order; a thousands separator belongs to its number, a sign does not. */
  public static List<Numeral> in(String text) {
    List<Numeral> found = new ArrayList<>();
    for (int at = 0; at < text.length(); at++)
      if (digit(text, at)) {
        int end = end(text, at);
        if (end - at <= MAX_DIGITS) found.add(new Numeral(at, end, value(text, at, end)));
        at = end;
      }
    return found;
  }

  private static int end(String text, int start) {
    int at = start;
    boolean point = false;
    while (true) {
      if (digit(text, at)) at++;
      else if (!point && thousands(text, at)) at++;
      else if (!point && at < text.length() && text.charAt(at) == '.' && digit(text, at + 1)) {
        point = true;
        at++;
      } else return at;
    }
  }

  private static boolean thousands(String text, int at) {
    return at < text.length()
        && text.charAt(at) == ','
        && digit(text, at + 1)
        && digit(text, at + 2)
        && digit(text, at + 3)
        && !digit(text, at + 4);
  }

  private static boolean digit(String text, int at) {
    return at < text.length() && text.charAt(at) >= '0' && text.charAt(at) <= '9';
  }

  private static double value(String text, int start, int end) {
    return Double.parseDouble(text.substring(start, end).replace(",", ""));
  }
}
