package dev.whetstone.model.equation;

/**
 * A piece of text with a meaning.
 *
 * @param start its first UTF-16 char
 * @param end after its last one
 * @param text its canonical spelling
 * @param literal the number of a NUMBER, else null
 */
record Lexeme(Kind kind, int start, int end, String text, Term.Literal literal) {
  static Lexeme of(Kind kind, int start, int end, String text) {
    return new Lexeme(kind, start, end, text, null);
  }

  Lexeme as(Kind other) {
    return new Lexeme(other, start, end, text, literal);
  }

  boolean is(Kind other) {
    return kind == other;
  }

  boolean is(Kind other, String spelling) {
    return kind == other && text.equals(spelling);
  }
}
