package dev.whetstone.model.text;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** As Numerals is meant, without care for time. */
final class NaiveNumerals {
  /** Numbers that are tried as operands; the latest count. */
  private static final int MAX_OPERANDS = 48;

  private static final double TOLERANCE = 1e-9;

  private final Set<Double> problem = new LinkedHashSet<>();
  private final Set<Double> earlier = new LinkedHashSet<>();

  private NaiveNumerals(Set<Double> problem, Set<Double> earlier) {
    this.problem.addAll(problem);
    this.earlier.addAll(earlier);
  }

  public static NaiveNumerals ofProblem(String text) {
    NaiveNumerals numerals = new NaiveNumerals(Set.of(), Set.of());
    Numerals.in(text).forEach(numeral -> numerals.problem.add(numeral.value()));
    return numerals;
  }

  /** These, and those of one more step. */
  public NaiveNumerals then(String step) {
    NaiveNumerals more = new NaiveNumerals(problem, earlier);
    for (Numerals.Numeral numeral : Numerals.in(step)) {
      more.earlier.remove(numeral.value());
      more.earlier.add(numeral.value());
    }
    return more;
  }

  /** Where each of these numbers of one step, in its order, comes from. */
  public List<Origin> origins(List<Numerals.Numeral> step) {
    List<Double> operands = new ArrayList<>(problem);
    operands.addAll(earlier);
    List<Origin> origins = new ArrayList<>();
    for (Numerals.Numeral numeral : step) {
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
}
