package dev.whetstone.task.family;

import dev.whetstone.task.Category;
import dev.whetstone.task.Checks;
import dev.whetstone.task.Control;
import dev.whetstone.task.Levels;
import dev.whetstone.task.Task;
import dev.whetstone.task.TaskFamily;
import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;

/** Work out an expression by the rules of precedence; every division is exact. */
public final class BasicArithmetic implements TaskFamily {
  private static final Control TERMS =
      Control.of("num_terms", "numbers in the expression", 3, 4, 5, 6, 7, 8);
  private static final Control DIGITS =
      Control.of("num_digits", "digits of each number; a divisor may have fewer", 1, 2, 3, 4);
  private static final Control OPERATORS =
      Control.of("operators", "1: plus and minus; 2: also times; 3: also division", 1, 2, 3);
  private static final Control PARENTHESES =
      Control.of("allow_parentheses", "1 where parts may stand in parentheses", 0, 1);

  /** How tightly a part holds together; where it must be tighter, it goes in parentheses. */
  private static final int SUM = 0;

  private static final int QUOTIENT = 1;
  private static final int PRODUCT = 2;
  private static final int ATOM = 3;

  /** Factors in a row without parentheses. */
  private static final int MAX_FACTORS = 3;

  private static final long MAX_VALUE = 1_000_000_000_000L;

  @Override
  public String name() {
    return "basic_arithmetic";
  }

  @Override
  public Category category() {
    return Category.ARITHMETIC;
  }

  @Override
  public String summary() {
    return "Work out an expression by the rules of precedence; every division is exact.";
  }

  @Override
  public List<Control> controls() {
    return List.of(TERMS, DIGITS, OPERATORS, PARENTHESES);
  }

  /** Three one-digit numbers have few results. */
  @Override
  public double chance() {
    return 0.06;
  }

  @Override
  public Task make(Levels levels, RandomGenerator random) {
    Part all = new Builder(levels, random).expression(levels.value(TERMS));
    return new Task(
        "Calculate " + all.text + ". Give only the final number as your answer.",
        Long.toString(all.value),
        Checks.number(all.value),
        "built from its parts, each exact and none zero",
        all.effort,
        Optional.of(new Reduction(all.text)));
  }

  private record Part(String text, long value, int rank, long effort) {
    static Part of(long number) {
      return new Part(Long.toString(number), number, ATOM, 0);
    }

    static Part of(Part left, char sign, Part right, long value, int rank) {
      long effort = left.effort + right.effort + cost(sign, left.value, right.value, value);
      return new Part(left.text + ' ' + sign + ' ' + right.text, value, rank, effort);
    }

    Part atLeast(int wanted) {
      return rank >= wanted ? this : new Part("(" + text + ")", value, ATOM, effort + 1);
    }

    /** Digit operations when worked on paper. */
    private static long cost(char sign, long left, long right, long value) {
      return switch (sign) {
        case '*' -> digits(left) * digits(right) + digits(left) + digits(right);
        case '/' -> 2 * (digits(right) + 1) * digits(value);
        default -> Math.max(digits(left), digits(right));
      };
    }

    private static long digits(long value) {
      long digits = 1;
      for (long rest = Math.abs(value); rest > 9; rest /= 10) digits++;
      return digits;
    }
  }

  /** Puts parts together; none is zero, so that each matters to the whole. */
  private static final class Builder {
    private final RandomGenerator random;
    private final int digits;
    private final int operators;
    private final boolean parentheses;
    private final long lowest;

    Builder(Levels levels, RandomGenerator random) {
      this.random = random;
      digits = levels.value(DIGITS);
      operators = levels.value(OPERATORS);
      parentheses = levels.value(PARENTHESES) == 1;
      lowest = Math.powExact(10L, digits - 1);
    }

    /** Its value is no number in it, so that to copy one does not pay. */
    Part expression(int terms) {
      while (true) {
        Part all = part(terms, SUM);
        if (!all.text.contains(Long.toString(Math.abs(all.value)))) return all;
      }
    }

    private Part part(int terms, int rank) {
      if (terms == 1) return number();
      Part made =
          switch (sign(terms, rank)) {
            case '+' -> sum(terms, '+');
            case '-' -> sum(terms, '-');
            case '*' -> product(terms);
            default -> quotient(terms);
          };
      return made.atLeast(rank);
    }

    private Part number() {
      return Part.of(random.nextLong(lowest, lowest * 10));
    }

    private char sign(int terms, int rank) {
      while (true) {
        char sign = "+-*/".charAt(random.nextInt(operators + 1));
        if (parentheses || mayStand(sign, terms, rank)) return sign;
      }
    }

    private boolean mayStand(char sign, int terms, int rank) {
      return switch (sign) {
        case '*' -> rank <= PRODUCT && terms <= MAX_FACTORS;
        case '/' -> rank <= QUOTIENT && terms == 2;
        default -> rank == SUM;
      };
    }

    private Part sum(int terms, char sign) {
      int most = parentheses ? terms - 1 : operators < 2 ? 1 : MAX_FACTORS;
      int size = 1 + random.nextInt(Math.min(most, terms - 1));
      return sum(part(terms - size, SUM), sign, part(size, QUOTIENT));
    }

    private static Part sum(Part left, char sign, Part right) {
      long value = sign == '+' ? left.value + right.value : left.value - right.value;
      if (value == 0) return sum(left, sign == '+' ? '-' : '+', right);
      return Part.of(left, sign, right, value, SUM);
    }

    private Part product(int terms) {
      int size = parentheses ? 1 + random.nextInt(terms - 1) : 1;
      Part left = part(terms - size, PRODUCT);
      Part right = part(size, ATOM);
      if (Math.abs(left.value) > MAX_VALUE / Math.abs(right.value)) return sum(left, '+', right);
      return Part.of(left, '*', right, left.value * right.value, PRODUCT);
    }

    private Part quotient(int terms) {
      if (terms == 2) return over(Part.of(divisor()));
      Part part = part(terms - 1, ATOM);
      return random.nextBoolean() ? over(part) : under(part);
    }

    private long divisor() {
      return random.nextLong(2, digits == 1 ? 5 : lowest);
    }

    /** A number chosen so that the part divides it. */
    private Part over(Part part) {
      long size = Math.abs(part.value);
      if (size < 2 || size >= lowest * 10) return sum(number(), '+', part);
      long times = random.nextLong((lowest + size - 1) / size, (lowest * 10 - 1) / size + 1);
      long value = part.value < 0 ? -times : times;
      return Part.of(Part.of(size * times), '/', part, value, QUOTIENT);
    }

    /** A small divisor of the part, where there is one. */
    private Part under(Part part) {
      int start = random.nextInt(8);
      for (int i = 0; i < 8; i++) {
        long divisor = 2L + (start + i) % 8;
        if (part.value % divisor == 0)
          return Part.of(part, '/', Part.of(divisor), part.value / divisor, QUOTIENT);
      }
      return sum(part, '+', number());
    }
  }
}
