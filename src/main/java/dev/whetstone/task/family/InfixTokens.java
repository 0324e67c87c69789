package dev.whetstone.task.family;

import dev.whetstone.task.Rational;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** An infix expression as numbers, operators and brackets, reduced one operation at a time. */
record InfixTokens(List<Token> tokens) {
  private static final char NUMBER = '#';

  /** A number, an operator or a bracket. */
  private record Token(char sign, Rational value) {
    static Token of(Rational value) {
      return new Token(NUMBER, value);
    }
  }

  /** The operator to apply, where it stands, and as what it is applied. */
  record Move(int at, char sign) {}

  static InfixTokens of(String text) {
    List<Token> tokens = new ArrayList<>();
    for (int i = 0, end; i < text.length(); i = end) {
      end = i;
      while (end < text.length() && ".0123456789".indexOf(text.charAt(end)) >= 0) end++;
      if (end > i) tokens.add(Token.of(Rational.of(new BigDecimal(text.substring(i, end)))));
      else if (text.charAt(end++) != ' ') tokens.add(new Token(text.charAt(i), null));
    }
    return new InfixTokens(tokens);
  }

  static InfixTokens operation(Rational left, char sign, Rational right) {
    return new InfixTokens(List.of(Token.of(left), new Token(sign, null), Token.of(right)));
  }

  static String text(Rational number) {
    return new InfixTokens(List.of(Token.of(number))).toString();
  }

  boolean isNumber() {
    return tokens.size() == 1;
  }

  /** Whether there is but one operation to do. */
  boolean isOperation() {
    return tokens.size() == 3;
  }

  private char sign(int at) {
    return tokens.get(at).sign;
  }

  Rational left(Move move) {
    return tokens.get(move.at - 1).value;
  }

  Rational right(Move move) {
    return tokens.get(move.at + 1).value;
  }

  /** The value of the whole, unless it divides by zero. */
  Optional<Rational> value() {
    Optional<InfixTokens> rest = Optional.of(this);
    while (rest.isPresent() && !rest.get().isNumber())
      rest = rest.flatMap(r -> r.applied(r.next()));
    return rest.map(r -> r.tokens.getFirst().value);
  }

  /** The innermost first bracket; in it multiplication and division first, from the left. */
  Move next() {
    int close = close();
    int open = open();
    int first = 0;
    for (int i = close - 1; i > open; i--) if (sign(i) == '*' || sign(i) == '/') first = i;
    int at = first == 0 ? open + 2 : first;
    return new Move(at, sign(at));
  }

  /** Against precedence, or from the right, or, where one operator is left, as another. */
  Move mistaken() {
    Move right = next();
    int before = right.at - 2;
    int after = right.at + 2;
    if (before > open()) return new Move(before, sign(before));
    if (after < close()) return new Move(after, sign(after));
    return new Move(right.at, "-++*".charAt("+-*/".indexOf(right.sign)));
  }

  private int close() {
    int close = 0;
    while (close < tokens.size() && sign(close) != ')') close++;
    return close;
  }

  private int open() {
    int open = close() - 1;
    while (open >= 0 && sign(open) != '(') open--;
    return open;
  }

  /** As if the next operator and its right side did not stand there. */
  InfixTokens skipped() {
    Move next = next();
    return replaced(next, left(next));
  }

  Optional<InfixTokens> applied(Move move) {
    return FourOperations.apply(left(move), move.sign, right(move))
        .map(result -> replaced(move, result));
  }

  /** With this value for the operation, and for the brackets that hold nothing else. */
  InfixTokens replaced(Move move, Rational value) {
    int at = move.at;
    boolean alone = at >= 2 && at + 2 < tokens.size() && sign(at - 2) == '(' && sign(at + 2) == ')';
    int reach = alone ? 2 : 1;
    List<Token> after = new ArrayList<>(tokens.subList(0, at - reach));
    after.add(Token.of(value));
    after.addAll(tokens.subList(at + reach + 1, tokens.size()));
    return new InfixTokens(after);
  }

  @Override
  public String toString() {
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < tokens.size(); i++) {
      Token token = tokens.get(i);
      if (i > 0 && token.sign != ')' && sign(i - 1) != '(') text.append(' ');
      if (token.sign == NUMBER) text.append(number(token.value, !isNumber(), i == 0));
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

  static BigDecimal decimal(Rational value) {
    return new BigDecimal(value.numerator()).divide(new BigDecimal(value.denominator()));
  }
}
