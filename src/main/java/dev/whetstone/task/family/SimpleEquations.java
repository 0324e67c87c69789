package dev.whetstone.task.family;

import dev.whetstone.task.Answer;
import dev.whetstone.task.Category;
import dev.whetstone.task.Checks;
import dev.whetstone.task.Control;
import dev.whetstone.task.Levels;
import dev.whetstone.task.Rational;
import dev.whetstone.task.Task;
import dev.whetstone.task.TaskFamily;
import dev.whetstone.task.family.LinearEquation.Side;
import dev.whetstone.task.family.LinearEquation.Term;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Solve a linear equation in one unknown; its one solution is a whole number. */
public final class SimpleEquations implements TaskFamily {
  private static final Control TERMS =
      Control.of("num_terms", "terms beside the last number", 2, 3, 4, 5, 6, 8, 10);
  private static final Control VALUE =
      Control.of(
          "value", "the most that a number in it can be", 20, 50, 100, 500, 1_000, 5_000, 10_000);
  private static final Control OPERATORS =
      Control.of("operators", "1: plus and minus; 2: also times; 3: also parentheses", 1, 2, 3);

  private static final String LETTERS = "abcdhkmnpqrtuwxyz";

  /** A letter that stands alone before an equals sign. */
  private static final Pattern STATED =
      Pattern.compile("(?<![\\p{Alnum}*/+^)}-])(?<![\\d*/+^)}-] )([a-zA-Z]) ?=");

  private static final Pattern COMPARED =
      Pattern.compile("[<>\u2260\u2264\u2265\u2248~]|\\\\(?:neq?|leq?|geq?|lt|gt|approx)(?![a-z])");

  private static final Pattern REVERSED = Pattern.compile("[^=]{1,200}+= ?([a-zA-Z])");

  @Override
  public String name() {
    return "simple_equations";
  }

  @Override
  public Category category() {
    return Category.ALGEBRA;
  }

  @Override
  public String summary() {
    return "Solve a linear equation in one unknown.";
  }

  @Override
  public List<Control> controls() {
    return List.of(TERMS, VALUE, OPERATORS);
  }

  @Override
  public Task make(Levels levels, RandomGenerator random) {
    char letter = LETTERS.charAt(random.nextInt(LETTERS.length()));
    long solution = signed(1, levels.value(VALUE), random);
    LinearEquation equation = equation(levels, solution, letter, random);
    return new Task(
        "Solve for " + letter + ": " + equation + ". Give only the value as your answer.",
        Long.toString(solution),
        Checks.reading(answer -> read(answer, letter), Rational.of(solution)::equals),
        "collected, the unknown has coefficient " + equation.slope() + ": no other value solves it",
        equation.effort(),
        Optional.of(equation));
  }

  private static LinearEquation equation(
      Levels levels, long solution, char letter, RandomGenerator random) {
    while (true) {
      List<Term> terms = terms(levels, random);
      int split = 2 + random.nextInt(terms.size() - 1);
      Side left = new Side(terms.subList(0, split));
      Side right = new Side(terms.subList(split, terms.size()));
      long slope = left.slope() - right.slope();
      if (slope == 0) continue;
      long last = slope * solution + left.constant() - right.constant();
      return new LinearEquation(left, right.and(Term.number(last)), letter);
    }
  }

  private static List<Term> terms(Levels levels, RandomGenerator random) {
    int count = levels.value(TERMS);
    int unknown = random.nextInt(count);
    List<Term> terms = new ArrayList<>(count);
    for (int i = 0; i < count; i++)
      terms.add(
          i == unknown || random.nextInt(3) == 0
              ? unknown(levels, i == unknown, random)
              : Term.number(signed(1, levels.value(VALUE), random)));
    return terms;
  }

  private static Term unknown(Levels levels, boolean chosen, RandomGenerator random) {
    int operators = levels.value(OPERATORS);
    int most = levels.value(VALUE);
    if (operators == 1) return new Term(signed(1, 1, random), 1, 0);
    long factor = signed(2, most, random);
    if (operators == 2 || (!chosen && random.nextBoolean())) return new Term(factor, 1, 0);
    return new Term(factor, random.nextLong(1, most + 1L), signed(1, most, random));
  }

  private static long signed(long least, long most, RandomGenerator random) {
    long size = random.nextLong(least, most + 1);
    return random.nextBoolean() ? size : -size;
  }

  /** A bare number, or one that this letter, and no other expression, is said to equal. */
  private static Optional<Rational> read(Answer answer, char letter) {
    String line = answer.line();
    if (COMPARED.matcher(line).find()) return Optional.empty();
    if (line.indexOf('=') < 0) return answer.number();
    Matcher reversed = REVERSED.matcher(line);
    if (reversed.matches() && isLetter(reversed, letter))
      return new Answer(line.substring(0, line.indexOf('=')), Answer.Mark.BOTH_ENDS).number();
    Matcher stated = STATED.matcher(line);
    boolean once = stated.find() && isLetter(stated, letter);
    String value = once ? line.substring(stated.end()) : "";
    return once && !stated.find() && !goesOn(value) ? answer.number() : Optional.empty();
  }

  private static boolean isLetter(Matcher matcher, char letter) {
    return Character.toLowerCase(matcher.group(1).charAt(0)) == letter;
  }

  /** Whether a further equation follows, not only the same value worked out. */
  private static boolean goesOn(String value) {
    String worked = value.substring(0, value.lastIndexOf('=') + 1).replace("\\frac", "");
    return worked.chars().anyMatch(c -> Character.isLetter(c) || c == ',');
  }
}
