package dev.whetstone.task.family;

import dev.whetstone.task.Flaw;
import dev.whetstone.task.Rational;
import dev.whetstone.task.Slip;
import dev.whetstone.task.Worked;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** An arithmetic expression worked out one operation at a time, by precedence. */
record Reduction(String expression) implements Worked {
  private static final char NUMBER = '#';
  private static final BigInteger THOUSAND = BigInteger.valueOf(1_000);

  /** A number, an operator or a bracket. */
  private record Token(char sign, Rational value) {
    static Token of(Rational value) {
      return new Token(NUMBER, value);
    }
  }

  /** The operator to apply, where it stands, and as what it is applied. */
  private record Move(int at, char sign) {}

  @Override
  public Draft write(Slip slip) {
    List<String> steps = new ArrayList<>();
    List<Token> state = tokens(expression);
    for (int i = 0; state.size() > 1; i++) {
      if (slip.hits(i, Flaw.SKIPPED_CASE)) {
        state = skipped(state);
        continue;
      }
      Move move = slip.hits(i, Flaw.WRONG_RULE) ? wrong(state) : right(state);
      Rational left = state.get(move.at - 1).value;
      Rational right = state.get(move.at + 1).value;
      if (slip.hits(i, Flaw.WRONG_OPERAND)) left = near(left, slip);
      Optional<Rational> applied = apply(move.sign, left, right);
      if (applied.isEmpty()) return undefined(steps, state);
      Rational result =
          slip.hits(i, Flaw.WRONG_ARITHMETIC) ? near(applied.get(), slip) : applied.get();
      List<Token> after = replaced(state, move.at, result);
      String done = text(List.of(Token.of(left), new Token(move.sign, null), Token.of(right)));
      steps.add(done + " = " + text(List.of(Token.of(result))) + whole(state, after));
      state = after;
    }
    return new Draft(steps, text(state));
  }

  @Override
  public Set<Flaw> flaws(int step) {
    List<Token> state = tokens(expression);
    for (int i = 0; i < step; i++) state = applied(state, right(state)).orElseThrow();
    Set<Flaw> flaws = EnumSet.of(Flaw.WRONG_ARITHMETIC, Flaw.WRONG_OPERAND);
    Optional<Rational> truth = value(state);
    List<Token> skipped = skipped(state);
    if (!applied(state, wrong(state)).flatMap(Reduction::value).equals(truth))
      flaws.add(Flaw.WRONG_RULE);
    if (skipped.size() > 1 && !value(skipped).equals(truth)) flaws.add(Flaw.SKIPPED_CASE);
    return flaws;
  }

  private static Draft undefined(List<String> steps, List<Token> state) {
    steps.add(text(state) + " divides by 0 and has no value");
    return new Draft(steps, "undefined");
  }

  private static String whole(List<Token> state, List<Token> after) {
    return state.size() == 3 ? "" : ", so " + text(state) + " = " + text(after);
  }

  private static Optional<Rational> value(List<Token> state) {
    Optional<List<Token>> left = Optional.of(state);
    while (left.isPresent() && left.get().size() > 1)
      left = left.flatMap(s -> applied(s, right(s)));
    return left.map(s -> s.getFirst().value);
  }

  /** The innermost first bracket; in it multiplication and division first, from the left. */
  private static Move right(List<Token> state) {
    int close = close(state);
    int first = 0;
    for (int i = close - 1; i > open(state, close); i--) {
      char sign = state.get(i).sign;
      if (sign == '*' || sign == '/') first = i;
    }
    int at = first == 0 ? open(state, close) + 2 : first;
    return new Move(at, state.get(at).sign);
  }

  /** Against precedence, or from the right, or, where one operator is left, as another. */
  private static Move wrong(List<Token> state) {
    Move right = right(state);
    int before = right.at - 2;
    int after = right.at + 2;
    if (before > open(state, close(state))) return new Move(before, state.get(before).sign);
    if (after < close(state)) return new Move(after, state.get(after).sign);
    return new Move(right.at, "-++*".charAt("+-*/".indexOf(right.sign)));
  }

  private static int close(List<Token> state) {
    int close = 0;
    while (close < state.size() && state.get(close).sign != ')') close++;
    return close;
  }

  private static int open(List<Token> state, int close) {
    int open = close - 1;
    while (open >= 0 && state.get(open).sign != '(') open--;
    return open;
  }

  /** As if the operator and its right side did not stand there. */
  private static List<Token> skipped(List<Token> state) {
    int at = right(state).at;
    return replaced(state, at, state.get(at - 1).value);
  }

  private static Optional<List<Token>> applied(List<Token> state, Move move) {
    return apply(move.sign, state.get(move.at - 1).value, state.get(move.at + 1).value)
        .map(result -> replaced(state, move.at, result));
  }

  private static Optional<Rational> apply(char sign, Rational left, Rational right) {
    return switch (sign) {
      case '+' -> Optional.of(left.plus(right));
      case '-' -> Optional.of(left.minus(right));
      case '*' -> Optional.of(left.times(right));
      default -> right.numerator().signum() == 0 ? Optional.empty() : Optional.of(left.over(right));
    };
  }

  private static List<Token> replaced(List<Token> state, int at, Rational value) {
    boolean alone =
        at >= 2
            && at + 2 < state.size()
            && state.get(at - 2).sign == '('
            && state.get(at + 2).sign == ')';
    int reach = alone ? 2 : 1;
    List<Token> after = new ArrayList<>(state.subList(0, at - reach));
    after.add(Token.of(value));
    after.addAll(state.subList(at + reach + 1, state.size()));
    return after;
  }

  private static Rational near(Rational right, Slip slip) {
    BigDecimal exact = decimal(right);
    long size = exact.unscaledValue().abs().min(THOUSAND).longValue();
    return Rational.of(exact.add(BigDecimal.valueOf(slip.near(size) - size, exact.scale())));
  }

  private static List<Token> tokens(String text) {
    List<Token> tokens = new ArrayList<>();
    for (int i = 0, end; i < text.length(); i = end) {
      end = i;
      while (end < text.length() && ".0123456789".indexOf(text.charAt(end)) >= 0) end++;
      if (end > i) tokens.add(Token.of(Rational.of(new BigDecimal(text.substring(i, end)))));
      else if (text.charAt(end++) != ' ') tokens.add(new Token(text.charAt(i), null));
    }
    return tokens;
  }

  private static String text(List<Token> state) {
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < state.size(); i++) {
      Token token = state.get(i);
      if (i > 0 && token.sign != ')' && state.get(i - 1).sign != '(') text.append(' ');
      if (token.sign == NUMBER) text.append(number(token.value, state.size() > 1, i == 0));
      else text.append(token.sign);
    }
    return text.toString();
  }

  private static String number(Rational value, boolean among, boolean first) {
    boolean finite = isFinite(value);
    String plain = finite ? decimal(value).toPlainString() : value.toString();
    boolean apart = among && (!finite || (!first && value.numerator().signum() < 0));
    return apart ? "(" + plain + ")" : plain;
  }

  private static boolean isFinite(Rational value) {
    BigInteger bottom = value.denominator();
    return BigInteger.TEN.pow(bottom.bitLength()).mod(bottom).signum() == 0;
  }

  private static BigDecimal decimal(Rational value) {
    return new BigDecimal(value.numerator()).divide(new BigDecimal(value.denominator()));
  }
}
