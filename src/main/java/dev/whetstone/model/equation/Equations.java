package dev.whetstone.model.equation;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Recomputes the equations of a mathematical text. */
public final class Equations {
  /** Relations that are tried in one flow of text; the later ones are left out. */
  private static final int MAX_RELATIONS = 500;

  private final List<Lexeme> lexemes;
  private final List<Equation> found = new ArrayList<>();

  private Equations(List<Lexeme> lexemes) {
    this.lexemes = lexemes;
  }

  /** All that were understood in one step's text, in its order; never throws, linear in it. */
  public static List<Equation> in(String text) {
    List<Equation> all = new ArrayList<>();
    for (List<Lexeme> flow : Lexer.split(text))
      all.addAll(new Equations(Phrases.settle(flow)).all());
    all.sort(Comparator.comparingInt(Equation::start).thenComparingInt(Equation::end));
    return List.copyOf(all);
  }

  private List<Equation> all() {
    int relations = 0;
    for (int i = 0; i < lexemes.size() && relations < MAX_RELATIONS; i++)
      if (lexemes.get(i).is(Kind.RELATION) || lexemes.get(i).is(Kind.COPULA)) {
        new Statement(lexemes, i).equation().ifPresent(found::add);
        relations++;
      }
    return found;
  }
}
