package dev.whetstone.model.equation;

import java.util.Set;
import java.util.TreeSet;

/** An expression as it is written. */
sealed interface Term {
  /**
   * A number in digits.
   *
   * @param decimals digits after the point
   * @param cut whether dots follow, so that the digits are only the first ones
   */
  record Literal(Rational value, int decimals, boolean cut) implements Term {}

  /** A variable or a constant that is kept as a symbol. */
  record Name(String letter) implements Term {}

  /** An operation between two: {@code + - * / ^}, {@code m} for modulo, {@code C} for choose. */
  record Operation(char symbol, Term left, Term right) implements Term {}

  /** A minus sign, {@code !}, {@code |} for the magnitude or {@code %} after a number. */
  record Sign(char symbol, Term of) implements Term {}

  /** A root; the degree is 2 where none is written. */
  record Root(Term degree, Term of) implements Term {}

  /** The names in it, in alphabetical order. */
  default Set<String> names() {
    Set<String> names = new TreeSet<>();
    collect(names);
    return names;
  }

  private void collect(Set<String> names) {
    switch (this) {
      case Literal _ -> {}
      case Name n -> names.add(n.letter);
      case Operation o -> {
        o.left.collect(names);
        o.right.collect(names);
      }
      case Sign s -> s.of.collect(names);
      case Root r -> r.of.collect(names);
    }
  }
}
