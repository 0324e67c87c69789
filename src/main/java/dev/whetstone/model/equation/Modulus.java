package dev.whetstone.model.equation;

import java.util.List;

/** The modulus that a congruence names at its end: {@code \pmod{5}}, {@code (mod 5)}. */
final class Modulus {
  private static final int REACH = 240;

  private Modulus() {}

  /** The modulus of the chain of congruences that the relation belongs to; null for none. */
  static Rational after(List<Lexeme> lexemes, int relation) {
    int end = Math.min(lexemes.size(), relation + REACH);
    for (int i = relation + 1; i < end && inChain(lexemes.get(i)); i++)
      if (lexemes.get(i).is(Kind.MOD) && closes(lexemes, i)) return number(lexemes, i);
    return null;
  }

  /** The side without the clause. */
  static List<Lexeme> without(List<Lexeme> side) {
    for (int i = 1; i < side.size(); i++)
      if (side.get(i).is(Kind.MOD) && closes(side, i))
        return side.subList(0, side.get(i - 1).is(Kind.OPEN, "(") ? i - 1 : i);
    return side;
  }

  /** In brackets, or as {@code \pmod}; a bare {@code mod} is an operation. */
  private static boolean closes(List<Lexeme> lexemes, int mod) {
    boolean bracketed = mod > 0 && lexemes.get(mod - 1).is(Kind.OPEN, "(");
    return (bracketed || lexemes.get(mod).text().equals("\\pmod")) && number(lexemes, mod) != null;
  }

  private static boolean inChain(Lexeme lexeme) {
    return !lexeme.kind().separates() || lexeme.is(Kind.RELATION);
  }

  private static Rational number(List<Lexeme> lexemes, int mod) {
    int at = mod + 1;
    if (at < lexemes.size() && lexemes.get(at).is(Kind.OPEN)) at++;
    if (at >= lexemes.size() || !lexemes.get(at).is(Kind.NUMBER)) return null;
    boolean only = at + 1 == lexemes.size() || lexemes.get(at + 1).is(Kind.CLOSE) || at == mod + 1;
    Rational value = lexemes.get(at).literal().value();
    return only && value.isWhole() && value.signum() > 0 ? value : null;
  }
}
