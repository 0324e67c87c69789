package dev.whetstone.model.equation;

import java.util.List;
import java.util.Optional;
import java.util.Set;

/** A relation in a text, read charitably, as people leave much unsaid. */
final class Statement {
  private static final Lexeme NONE = Lexeme.of(Kind.BREAK, 0, 0, "");

  /** Names that are often no variables: the imaginary unit, roots of unity. */
  private static final Set<String> NO_VARIABLES = Set.of("i", "\\omega", "\\zeta");

  private final List<Lexeme> flow;
  private final int relation;
  private final List<Side> lefts;
  private final List<Side> rights;

  Statement(List<Lexeme> flow, int relation) {
    Sides sides = new Sides(flow);
    this.flow = flow;
    this.relation = relation;
    this.lefts = sides.left(relation);
    this.rights = lefts.isEmpty() ? List.of() : sides.right(relation);
  }

  /** What recomputing says: an affirmation if any reading gives one; empty if nothing sure. */
  Optional<Equation> equation() {
    Equation denied = null;
    for (Side left : lefts)
      for (Side right : rights) {
        Optional<Equation> read = read(left, right);
        if (read.isPresent() && affirms(read.get().truth())) return read;
        if (denied == null) denied = read.orElse(null);
      }
    return Optional.ofNullable(denied);
  }

  private static boolean affirms(Truth truth) {
    return truth == Truth.HOLDS || truth == Truth.IDENTITY;
  }

  private Optional<Equation> read(Side left, Side right) {
    if (left.plain().isEmpty() || right.plain().isEmpty() || isMention(left))
      return Optional.empty();
    Equation denied = null;
    for (Convention convention : Convention.of(left, right)) {
      Optional<Equation> read = read(left, right, convention);
      if (read.isPresent() && affirms(read.get().truth())) return read;
      if (denied == null) denied = read.orElse(null);
    }
    return Optional.ofNullable(denied);
  }

  private Optional<Equation> read(Side left, Side right, Convention convention) {
    try {
      Comparison comparison =
          new Comparison(
              Parser.parse(left.plain(), convention),
              sign(),
              Parser.parse(right.plain(), convention),
              Modulus.after(flow, relation),
              convention.percentAsIs());
      return comparison
          .truth()
          .filter(truth -> isSure(truth, comparison, left, right))
          .map(t -> equation(left, right, t, t == Truth.HOLDS && comparison.isRounded()));
    } catch (NotUnderstood _) {
      return Optional.empty();
    }
  }

  private boolean isSure(Truth truth, Comparison comparison, Side left, Side right) {
    return switch (truth) {
      case HOLDS, IDENTITY -> true;
      case NO_IDENTITY ->
          isChained() && comparison.left().names().stream().noneMatch(NO_VARIABLES::contains);
      case FAILS ->
          (!flow.get(relation).is(Kind.COPULA) || (left.computes() && right.isNumber()))
              && !Doubt.about(flow, left.start(), right.end())
              && !comparison.isCut()
              && !(left.hasUnits(flow) && comparison.converts());
    };
  }

  /** Whether an equation goes on; alone, one with names is more often one to be solved. */
  private boolean isChained() {
    return at(lefts.getFirst().start() - 1).is(Kind.RELATION)
        || at(rights.getFirst().end()).is(Kind.RELATION);
  }

  private String sign() {
    Lexeme lexeme = flow.get(relation);
    boolean about = at(relation + 1).is(Kind.ABOUT);
    if (about && (lexeme.is(Kind.COPULA) || lexeme.text().equals("="))) return "≈";
    return lexeme.is(Kind.COPULA) ? "=" : lexeme.text();
  }

  /** A number alone behind a word or in a list, or before a word for a relation, states nothing. */
  private boolean isMention(Side left) {
    if (flow.get(relation).is(Kind.COPULA))
      return left.plain().stream().skip(1).noneMatch(l -> l.kind().isOperator());
    Lexeme before = at(left.start() - 1);
    return flow.get(relation).text().equals("=")
        && left.isNumber()
        && (before.is(Kind.WORD) || before.is(Kind.EDGE) || before.is(Kind.BREAK, ","));
  }

  private Lexeme at(int index) {
    return index >= 0 && index < flow.size() ? flow.get(index) : NONE;
  }

  private static Equation equation(Side left, Side right, Truth truth, boolean rounded) {
    int start = left.plain().getFirst().start();
    int resultStart = right.plain().getFirst().start();
    int end = right.plain().getLast().end();
    return new Equation(start, end, resultStart, end, truth, rounded);
  }
}
