package dev.whetstone.task.family;

import static java.util.stream.Collectors.joining;

import dev.whetstone.task.Flaw;
import dev.whetstone.task.Rational;
import dev.whetstone.task.Slip;
import dev.whetstone.task.Worked.Draft;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/** The moves of a witness played out, one line each, with what is left after each. */
final class CountdownSteps {
  private final long target;
  private final Slip slip;
  private final Rational[] values;
  private final String[] texts;
  private final List<String> steps = new ArrayList<>();
  private final List<Set<Flaw>> flaws = new ArrayList<>();
  private int size;

  private CountdownSteps(CountdownWitness witness, Slip slip) {
    target = witness.target();
    this.slip = slip;
    values = witness.numbers().stream().map(Rational::of).toArray(Rational[]::new);
    texts = witness.numbers().stream().map(String::valueOf).toArray(String[]::new);
    size = values.length;
  }

  static CountdownSteps of(CountdownWitness witness, Slip slip) {
    CountdownSteps steps = new CountdownSteps(witness, slip);
    for (int i = 0; i < witness.moves().size(); i++) steps.play(witness.moves().get(i), i);
    return steps;
  }

  Draft draft() {
    boolean reached = values[0].equals(Rational.of(target));
    return new Draft(steps, texts[0] + (reached ? "" : " = " + values[0]));
  }

  Set<Flaw> flaws(int step) {
    return flaws.get(step);
  }

  private void play(CountdownMove move, int step) {
    String before = pool();
    if (slip.hits(step, Flaw.WRONG_OPERAND)) misread(move.right());
    Rational left = values[move.left()];
    Rational right = values[move.right()];
    flaws.add(flaws(left, move.operation(), right));
    Rational result = result(left, move.operation(), right, step);
    take(move, result);
    if (slip.hits(step, Flaw.SKIPPED_CASE)) return;
    String operation = left + " " + move.operation() + " " + right + " = " + result;
    steps.add("From " + before + ": " + operation + ", leaving " + pool());
  }

  private String pool() {
    return Arrays.stream(values, 0, size).map(Rational::toString).collect(joining(", "));
  }

  /** Puts a number there that is nowhere in the pool. */
  private void misread(int place) {
    Rational wrong = values[place].plus(Rational.of(1 + slip.random().nextInt(9)));
    while (Arrays.asList(values).subList(0, size).contains(wrong))
      wrong = wrong.plus(Rational.of(1));
    values[place] = wrong;
    texts[place] = wrong.toString();
  }

  private Rational result(Rational a, char operation, Rational b, int step) {
    char applied = slip.hits(step, Flaw.WRONG_RULE) ? confused(operation) : operation;
    return Near.value(slip, step, Flaw.WRONG_ARITHMETIC, apply(a, applied, b));
  }

  /** A wrong draft may come to divide by zero; it then goes on from zero. */
  private static Rational apply(Rational a, char operation, Rational b) {
    return FourOperations.apply(a, operation, b).orElse(b);
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

  private void take(CountdownMove move, Rational result) {
    size--;
    move.write(texts, size);
    values[move.low()] = result;
    values[move.high()] = values[size];
  }
}
