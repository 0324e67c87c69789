package dev.whetstone.model.equation;

import java.util.List;

/**
 * One side of a relation, as one may read it.
 *
 * @param start index of its first lexeme in the flow
 * @param end behind its last one
 * @param plain its lexemes without units and without the clause of a congruence
 */
record Side(int start, int end, List<Lexeme> plain) {
  static Side of(List<Lexeme> flow, int start, int end) {
    List<Lexeme> numbers = flow.subList(start, end).stream().filter(l -> !l.is(Kind.UNIT)).toList();
    return new Side(start, end, Modulus.without(numbers));
  }

  boolean hasUnits(List<Lexeme> flow) {
    return flow.subList(start, end).stream().anyMatch(l -> l.is(Kind.UNIT));
  }

  boolean has(Kind kind) {
    return plain.stream().anyMatch(l -> l.is(kind));
  }

  /** Whether something is computed, not but a number or a fraction written. */
  boolean computes() {
    boolean fraction = plain.size() == 3 && plain.get(1).is(Kind.OVER);
    return !fraction && plain.stream().skip(1).anyMatch(l -> l.kind().isOperator());
  }

  boolean isNumber() {
    boolean signed = plain.size() == 2 && plain.getFirst().is(Kind.MINUS);
    return (signed || plain.size() == 1) && plain.getLast().is(Kind.NUMBER);
  }
}
