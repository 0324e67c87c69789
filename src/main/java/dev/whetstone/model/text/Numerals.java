package dev.whetstone.model.text;

import java.util.ArrayList;
import java.util.HashSet;
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

  private final Values problem;
  private final Values earlier;

  /** Of the problem, distinct, in the order in which they first stand there. */
  private final List<Double> latestOfProblem;

  /** Of the steps, distinct, in the order in which they last stand there. */
  private final List<Double> latest;

  private Numerals(
      Values problem, List<Double> latestOfProblem, Values earlier, List<Double> latest) {
    this.problem = problem;
    this.latestOfProblem = latestOfProblem;
    this.earlier = earlier;
    this.latest = latest;
  }

  public static Numerals ofProblem(String text) {
    Set<Double> values = new LinkedHashSet<>();
    in(text).forEach(numeral -> values.add(numeral.value()));
    List<Double> latest = List.copyOf(last(new ArrayList<>(values)));
    return new Numerals(Values.NONE.and(values), latest, Values.NONE, List.of());
  }

  /** These, and those of one more step. */
  public Numerals then(String step) {
    Set<Double> values = new HashSet<>();
    List<Double> more = new ArrayList<>(latest);
    for (Numeral numeral : in(step)) {
      values.add(numeral.value());
      more.remove(Double.valueOf(numeral.value()));
      more.add(numeral.value());
      if (more.size() > MAX_OPERANDS) more.removeFirst();
    }
    return new Numerals(problem, latestOfProblem, earlier.and(values), List.copyOf(more));
  }

  /** Where each of these numbers of one step, in its order, comes from. */
  public List<Origin> origins(List<Numeral> step) {
    List<Double> operands = new ArrayList<>(latestOfProblem);
    operands.addAll(latest);
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
    return derived(value, last(operands)) ? Origin.DERIVED : Origin.NEW;
  }

  private static List<Double> last(List<Double> all) {
    return all.subList(Math.max(0, all.size() - MAX_OPERANDS), all.size());
  }

  private static boolean derived(double value, List<Double> latest) {
    double[] operands = latest.stream().mapToDouble(Double::doubleValue).toArray();
    double near = TOLERANCE * Math.max(1, Math.abs(value));
    for (double a : operands)
      for (double b : operands)
        if (Math.abs(a + b - value) <= near
            || Math.abs(a - b - value) <= near
            || Math.abs(a * b - value) <= near
            || Math.abs(a / b - value) <= near) return true;
    return false;
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
