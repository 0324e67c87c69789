package dev.whetstone.model.equation;

/** What a lexeme can be. */
enum Kind {
  NUMBER,
  NAME,
  PLUS,
  MINUS,
  TIMES,
  OVER,
  POWER,
  FACTORIAL,
  PERCENT,
  OPEN,
  CLOSE,
  BAR,
  FRACTION,
  ROOT,
  BINOMIAL,
  CHOOSE,
  MOD,
  /** {@code =} and its kin; the lexeme's text is one of {@code = ≈ ≠ < > ≤ ≥ ≡}. */
  RELATION,
  /** A word for a relation; counts only between closed numbers. */
  COPULA,
  /** Says that what follows is rounded. */
  ABOUT,
  WORD,
  UNIT,
  /** The border of inline mathematics. */
  EDGE,
  /** The end of a line, which an equation may cross before its relation. */
  LINE,
  /** The end of an expression: punctuation. */
  BREAK,
  /** Something that has a meaning which is not understood here. */
  OPAQUE;

  boolean isOperator() {
    return switch (this) {
      case PLUS, MINUS, TIMES, OVER, POWER, CHOOSE, MOD -> true;
      default -> false;
    };
  }

  boolean endsOperand() {
    return switch (this) {
      case NUMBER, NAME, FACTORIAL, PERCENT, CLOSE, BAR, UNIT -> true;
      default -> false;
    };
  }

  boolean startsOperand() {
    return switch (this) {
      case NUMBER, NAME, OPEN, BAR, FRACTION, ROOT, BINOMIAL -> true;
      default -> false;
    };
  }

  /** Whether an expression cannot go on over it. */
  boolean separates() {
    return switch (this) {
      case WORD, EDGE, LINE, BREAK, ABOUT, RELATION, COPULA -> true;
      default -> false;
    };
  }
}
