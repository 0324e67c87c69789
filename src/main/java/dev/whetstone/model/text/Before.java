package dev.whetstone.model.text;

import dev.whetstone.model.equation.Conditions;

/** What stands before a step: the numbers, and the equations that it may follow from. */
public record Before(Numerals numerals, Conditions conditions) {
  public static Before ofProblem(String text) {
    return new Before(Numerals.ofProblem(text), Conditions.none().then(text));
  }

  /** This, and one more step. */
  public Before then(String step) {
    return new Before(numerals.then(step), conditions.then(step));
  }
}
