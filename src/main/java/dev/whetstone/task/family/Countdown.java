package dev.whetstone.task.family;

import static java.util.stream.Collectors.joining;

import dev.whetstone.task.Answer;
import dev.whetstone.task.Category;
import dev.whetstone.task.Checks;
import dev.whetstone.task.Control;
import dev.whetstone.task.Flaw;
import dev.whetstone.task.Levels;
import dev.whetstone.task.Rational;
import dev.whetstone.task.Slip;
import dev.whetstone.task.Task;
import dev.whetstone.task.TaskFamily;
import dev.whetstone.task.Worked;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.random.RandomGenerator;
import java.util.regex.Pattern;

/** Reach a target with each given number exactly once, by the four operations and brackets. */
public final class Countdown implements TaskFamily {
  private static final Control NUMBERS =
      Control.of("numbers", "numbers given", 3, 4, 5, 6, 7, 8, 9, 10);
  private static final Control TARGET =
      Control.of("target", "largest target", 50, 100, 250, 500, 1_000);
  private static final Control VALUE =
      Control.of("value", "largest number given", 25, 50, 100, 200, 300);

  private static final int LARGEST_PRODUCT = 5_000;
  private static final String OPERATIONS = "+-*/";
  private static final int MAX_LINE = 1_000;
  private static final int MAX_SIDES = 8;
  private static final Pattern TIMES = Pattern.compile("[·⋅∙×x]");
  private static final Pattern OVER = Pattern.compile("} ?\\{");
  private static final Pattern DENIAL = Pattern.compile("\\b(?:not|never|no|nor|neither|wrong)\\b");

  @Override
  public String name() {
    return "countdown";
  }

  @Override
  public Category category() {
    return Category.GAMES;
  }

  @Override
  public String summary() {
    return "Reach a target with each given number exactly once.";
  }

  @Override
  public List<Control> controls() {
    return List.of(NUMBERS, TARGET, VALUE);
  }

  @Override
  public Task make(Levels levels, RandomGenerator random) {
    Optional<Witness> found = Optional.empty();
    while (found.isEmpty()) found = attempt(levels, random);
    Witness witness = found.get();
    String expression = witness.expression();
    return new Task(
        question(witness),
        expression,
        Checks.reading(Countdown::read, witness::isReachedBy),
        "witness: " + expression + " = " + witness.target,
        effort(levels),
        Optional.of(witness));
  }

  private static String question(Witness witness) {
    return "Use each of the numbers "
        + Arrays.stream(witness.numbers).mapToObj(Long::toString).collect(joining(", "))
        + " exactly once, with +, -, *, / and parentheses, to write an expression equal to "
        + witness.target
        + ". Give only the expression as your answer.";
  }

  /** Random numbers combined at random; nothing where they miss the wanted range of targets. */
  private static Optional<Witness> attempt(Levels levels, RandomGenerator random) {
    long[] numbers = new long[levels.value(NUMBERS)];
    for (int i = 0; i < numbers.length; i++) numbers[i] = 1L + random.nextInt(levels.value(VALUE));
    long[] pool = numbers.clone();
    Move[] moves = new Move[numbers.length - 1];
    for (int size = pool.length; size > 1; size--) {
      Move move = Move.any(pool, size, random);
      moves[pool.length - size] = move;
      pool[move.low()] = move.result(pool);
      pool[move.high()] = pool[size - 1];
    }
    boolean wanted = pool[0] > levels.value(TARGET) / 2 && pool[0] <= levels.value(TARGET);
    return wanted && !isSumOrProduct(pool[0], numbers)
        ? Optional.of(new Witness(numbers, List.of(moves), pool[0]))
        : Optional.empty();
  }

  /** Such a target would pay for adding, or multiplying, all numbers without a thought. */
  private static boolean isSumOrProduct(long target, long[] numbers) {
    long sum = 0;
    long product = 1;
    for (long number : numbers) {
      sum += number;
      product = Math.min(product * number, LARGEST_PRODUCT);
    }
    return target == sum || target == product;
  }

  /** Two numbers at a time, larger first, by four operations; each step as long as its numbers. */
  private static long effort(Levels levels) {
    long ways = 1;
    for (long left = levels.value(NUMBERS); left > 1; left--) ways *= left * (left - 1) * 2;
    return ways * (bits(levels.value(TARGET)) + bits(levels.value(VALUE)));
  }

  private static int bits(int value) {
    return Integer.SIZE - Integer.numberOfLeadingZeros(value);
  }

  /** Takes two numbers out of the pool and puts their result in the place of the first of them. */
  private record Move(int left, int right, char operation) {
    static Move any(long[] pool, int size, RandomGenerator random) {
      int i = random.nextInt(size);
      int j = random.nextInt(size - 1);
      if (j >= i) j++;
      int left = pool[i] >= pool[j] ? i : j;
      int right = left == i ? j : i;
      int choice = random.nextInt(OPERATIONS.length());
      while (!fits(pool[left], pool[right], OPERATIONS.charAt(choice)))
        choice = (choice + 1) % OPERATIONS.length();
      return new Move(left, right, OPERATIONS.charAt(choice));
    }

    private static boolean fits(long a, long b, char operation) {
      return switch (operation) {
        case '+' -> true;
        case '-' -> a > b;
        case '*' -> b > 1 && a * b <= LARGEST_PRODUCT;
        default -> b > 1 && a % b == 0;
      };
    }

    int low() {
      return Math.min(left, right);
    }

    int high() {
      return Math.max(left, right);
    }

    /** Writes the operation down; {@code last} is the end of the pool before the move. */
    void join(String[] texts, int last) {
      String text = bracketed(texts[left]) + " " + operation + " " + bracketed(texts[right]);
      texts[low()] = text;
      texts[high()] = texts[last];
    }

    private static String bracketed(String text) {
      return text.indexOf(' ') < 0 ? text : "(" + text + ")";
    }

    long result(long[] pool) {
      long a = pool[left];
      long b = pool[right];
      return switch (operation) {
        case '+' -> a + b;
        case '-' -> a - b;
        case '*' -> a * b;
        default -> a / b;
      };
    }
  }

  private static final class Witness implements Worked {
    private final long[] numbers;
    private final List<Move> moves;
    private final long target;

    Witness(long[] numbers, List<Move> moves, long target) {
      this.numbers = numbers;
      this.moves = moves;
      this.target = target;
    }

    String expression() {
      String[] texts = Arrays.stream(numbers).mapToObj(Long::toString).toArray(String[]::new);
      int size = texts.length;
      for (Move move : moves) move.join(texts, --size);
      return texts[0];
    }

    /** Every side comes to the target, and one of them spends the numbers given. */
    boolean isReachedBy(List<Side> sides) {
      long[] given = numbers.clone();
      Arrays.sort(given);
      return sides.stream().allMatch(side -> side.value.equals(Rational.of(target)))
          && sides.stream().anyMatch(side -> side.spends(given));
    }

    @Override
    public Draft write(Slip slip) {
      Play play = Play.of(this, slip);
      String reached = play.values[0].toString();
      String claim = reached.equals(Long.toString(target)) ? "" : " = " + reached;
      return new Draft(play.steps, play.texts[0] + claim);
    }

    @Override
    public Set<Flaw> flaws(int step) {
      return Play.of(this, Slip.none()).flaws.get(step);
    }
  }

  /** The moves played out, one line each, with what is left after each. */
  private static final class Play {
    private final Rational[] values;
    private final String[] texts;
    private final List<String> steps = new ArrayList<>();
    private final List<Set<Flaw>> flaws = new ArrayList<>();
    private int size;

    private Play(long[] numbers) {
      size = numbers.length;
      values = Arrays.stream(numbers).mapToObj(Rational::of).toArray(Rational[]::new);
      texts = Arrays.stream(numbers).mapToObj(Long::toString).toArray(String[]::new);
    }

    static Play of(Witness witness, Slip slip) {
      Play play = new Play(witness.numbers);
      for (int i = 0; i < witness.moves.size(); i++) play.play(witness.moves.get(i), i, slip);
      return play;
    }

    private void play(Move move, int step, Slip slip) {
      String before = pool();
      if (slip.hits(step, Flaw.WRONG_OPERAND)) misread(move.right, slip);
      Rational left = values[move.left];
      Rational right = values[move.right];
      flaws.add(flaws(left, move.operation, right));
      Rational result = result(left, move.operation, right, step, slip);
      take(move, result);
      if (slip.hits(step, Flaw.SKIPPED_CASE)) return;
      String operation = left + " " + move.operation + " " + right + " = " + result;
      steps.add("From " + before + ": " + operation + ", leaving " + pool());
    }

    private String pool() {
      return Arrays.stream(values, 0, size).map(Rational::toString).collect(joining(", "));
    }

    /** Puts a number there that is nowhere in the pool. */
    private void misread(int place, Slip slip) {
      Rational wrong = values[place].plus(Rational.of(1 + slip.random().nextInt(9)));
      while (Arrays.asList(values).subList(0, size).contains(wrong))
        wrong = wrong.plus(Rational.of(1));
      values[place] = wrong;
      texts[place] = wrong.toString();
    }

    private static Rational result(Rational a, char operation, Rational b, int step, Slip slip) {
      Rational result =
          apply(a, slip.hits(step, Flaw.WRONG_RULE) ? confused(operation) : operation, b);
      return slip.hits(step, Flaw.WRONG_ARITHMETIC)
          ? Rational.of(slip.near(result.numerator().longValueExact()))
          : result;
    }

    /** A wrong draft may come to divide by zero; it then goes on from zero. */
    private static Rational apply(Rational a, char operation, Rational b) {
      boolean undefined = operation == '/' && b.numerator().signum() == 0;
      return undefined ? b : Countdown.apply(a, operation, b);
    }

    private static char confused(char operation) {
      return switch (operation) {
        case '+' -> '*';
        case '/' -> '-';
        default -> '+';
      };
    }

    private Set<Flaw> flaws(Rational a, char operation, Rational b) {
      Set<Flaw> flaws = EnumSet.of(Flaw.WRONG_ARITHMETIC, Flaw.WRONG_OPERAND);
      if (!apply(a, operation, b).equals(apply(a, confused(operation), b)))
        flaws.add(Flaw.WRONG_RULE);
      if (size > 2) flaws.add(Flaw.SKIPPED_CASE);
      return flaws;
    }

    private void take(Move move, Rational result) {
      size--;
      move.join(texts, size);
      values[move.low()] = result;
      values[move.high()] = values[size];
    }
  }

  private static Rational apply(Rational a, char operation, Rational b) {
    return switch (operation) {
      case '+' -> a.plus(b);
      case '-' -> a.minus(b);
      case '*' -> a.times(b);
      default -> a.over(b);
    };
  }

  /** The sides of an equation, or one expression, after its lead-in. */
  private static Optional<List<Side>> read(Answer answer) {
    String line = answer.line().toLowerCase(Locale.ROOT);
    if (line.length() > MAX_LINE || DENIAL.matcher(line).find()) return Optional.empty();
    int is = line.lastIndexOf(" is ");
    String tail = line.substring(Math.max(line.lastIndexOf(':') + 1, is < 0 ? 0 : is + 4));
    String[] written = tail.split("=", MAX_SIDES + 1);
    List<Side> sides = new ArrayList<>();
    for (String side : written) new Reading(side).side().ifPresent(sides::add);
    return sides.size() == written.length ? Optional.of(sides) : Optional.empty();
  }

  /** One side of an equation: what it comes to, and the numbers it spends. */
  private record Side(Rational value, List<Long> spent) {
    boolean spends(long[] sorted) {
      return Arrays.equals(sorted, spent.stream().mapToLong(Long::longValue).sorted().toArray());
    }
  }

  /** Reads one expression with two stacks: no recursion, whatever the nesting. */
  private static final class Reading {
    private static final int MAX_DIGITS = 6;
    private final String text;
    private final Deque<Rational> values = new ArrayDeque<>();
    private final Deque<Character> waiting = new ArrayDeque<>();
    private final List<Long> spent = new ArrayList<>();
    private boolean valueDue = true;
    private int at;

    Reading(String text) {
      this.text = plain(text);
    }

    /** A LaTeX fraction becomes a division that binds closer than any other operation. */
    private static String plain(String text) {
      String plain = OVER.matcher(text.replace("\\frac", "")).replaceAll("}|{");
      return TIMES.matcher(plain).replaceAll("*").replace('÷', '/').replace('–', '-');
    }

    Optional<Side> side() {
      while (at < text.length()) if (!advance()) return Optional.empty();
      if (valueDue || !settle(0)) return Optional.empty();
      return waiting.isEmpty() ? Optional.of(new Side(values.pop(), spent)) : Optional.empty();
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
      spent.add(Long.valueOf(text.substring(start, at)));
      values.push(Rational.of(spent.getLast()));
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
      if (operation == '~') {
        values.push(Rational.of(0).minus(right));
        return true;
      }
      boolean divides = operation == '/' || operation == '|';
      if (divides && right.numerator().signum() == 0) return false;
      values.push(Countdown.apply(values.pop(), operation, right));
      return true;
    }
  }
}
