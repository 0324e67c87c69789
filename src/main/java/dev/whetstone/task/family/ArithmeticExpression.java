package dev.whetstone.task.family;

import dev.whetstone.task.Rational;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** What an expression with the four operations comes to, and the numbers it is made of. */
record ArithmeticExpression(Rational value, List<Long> numbers) {
  private static final Pattern TIMES = Pattern.compile("[·⋅∙×x]");
  private static final Pattern OVER = Pattern.compile("} ?\\{");

  /** Empty where it is anything else, or divides by zero. */
  static Optional<ArithmeticExpression> read(String text) {
    return new ShuntingYard(plain(text)).expression();
  }

  /** A LaTeX fraction becomes a division that binds closer than any other operation. */
  private static String plain(String text) {
    String plain = OVER.matcher(text.replace("\\frac", "")).replaceAll("}|{");
    return TIMES.matcher(plain).replaceAll("*").replace('÷', '/').replace('–', '-');
  }

  /** Reads with two stacks: no recursion, whatever the nesting. */
  private static final class ShuntingYard {
    private static final int MAX_DIGITS = 6;
    private final String text;
    private final Deque<Rational> values = new ArrayDeque<>();
    private final Deque<Character> waiting = new ArrayDeque<>();
    private final List<Long> numbers = new ArrayList<>();
    private boolean valueDue = true;
    private int at;

    ShuntingYard(String text) {
      this.text = text;
    }

    Optional<ArithmeticExpression> expression() {
      while (at < text.length()) if (!advance()) return Optional.empty();
      if (valueDue || !settle(0) || !waiting.isEmpty()) return Optional.empty();
      return Optional.of(new ArithmeticExpression(values.pop(), numbers));
    }

    private boolean advance() {
      char c = text.charAt(at);
      if (c >= '0' && c <= '9') return number();
      at++;
      return switch (c) {
        case ' ' -> true;
        case '(', '[', '{' -> open(c);
        case ')', ']', '}' -> close();
        case '+', '-', '*', '/', '|' -> operation(c);
        default -> false;
      };
    }

    private boolean number() {
      int start = at;
      while (at < text.length() && Character.isDigit(text.charAt(at))) at++;
      if (!valueDue || at - start > MAX_DIGITS) return false;
      numbers.add(Long.valueOf(text.substring(start, at)));
      values.push(Rational.of(numbers.getLast()));
      valueDue = false;
      return true;
    }

    /** A bracket after a value multiplies it. */
    private boolean open(char c) {
      if (!valueDue && (c == '{' || !operation('*'))) return false;
      waiting.push('(');
      return true;
    }

    private boolean close() {
      if (valueDue || !settle(0) || waiting.isEmpty()) return false;
      waiting.pop();
      return true;
    }

    private boolean operation(char c) {
      if (valueDue) return sign(c);
      valueDue = true;
      boolean settled = settle(binding(c));
      waiting.push(c);
      return settled;
    }

    private boolean sign(char c) {
      if (c == '-') waiting.push('~');
      return c == '-' || c == '+';
    }

    private static int binding(char operation) {
      return switch (operation) {
        case '(' -> -1;
        case '+', '-' -> 1;
        case '*', '/' -> 2;
        case '|' -> 3;
        default -> 4;
      };
    }

    /** Applies what binds at least this close, back to the last bracket. */
    private boolean settle(int least) {
      while (!waiting.isEmpty() && binding(waiting.peek()) >= least)
        if (!apply(waiting.pop())) return false;
      return true;
    }

    private boolean apply(char operation) {
      Rational right = values.pop();
      Optional<Rational> result =
          operation == '~'
              ? Optional.of(Rational.of(0).minus(right))
              : FourOperations.apply(values.pop(), operation, right);
      result.ifPresent(values::push);
      return result.isPresent();
    }
  }
}
