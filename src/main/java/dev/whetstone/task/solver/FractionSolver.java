package dev.whetstone.task.solver;

import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Takes the lowest terms from the last convergent of the continued fraction. */
final class FractionSolver implements Solver {
  private static final Pattern QUESTION =
      Pattern.compile(
          "Simplify the fraction (?:(\\d{1,18})/(\\d{1,18})|\\$?\\\\frac\\{(\\d{1,18})\\}"
              + "\\{(\\d{1,18})\\}\\$?) to its lowest terms\\. Give only the simplified fraction,"
              + " written as numerator/denominator, as your answer\\.");
  private static final int MAX_TURNS = 200;

  @Override
  public String way() {
    return "continued fraction of the quotient, whose last convergent is in lowest terms";
  }

  @Override
  public Optional<Solved> solve(String question, Effort effort) {
    Matcher asked = QUESTION.matcher(question);
    if (!asked.matches()) return Optional.empty();
    long top = Long.parseLong(asked.group(1) == null ? asked.group(3) : asked.group(1));
    long bottom = Long.parseLong(asked.group(2) == null ? asked.group(4) : asked.group(2));
    if (bottom == 0) return Optional.of(Solved.none());
    String lowest = lastConvergent(top, bottom);
    return Optional.of(
        Solved.text(lowest, answer -> answer.replace(" ", "")).hiding(Set.of(lowest)));
  }

  /** The convergents h/k of top/bottom, until nothing is left over. */
  private static String lastConvergent(long top, long bottom) {
    long h = 1;
    long k = 0;
    long beforeH = 0;
    long beforeK = 1;
    long a = top;
    long b = bottom;
    for (int turn = 0; turn < MAX_TURNS && b != 0; turn++) {
      long whole = a / b;
      long nextH = whole * h + beforeH;
      long nextK = whole * k + beforeK;
      beforeH = h;
      beforeK = k;
      h = nextH;
      k = nextK;
      long left = a - whole * b;
      a = b;
      b = left;
    }
    return h + "/" + k;
  }
}
