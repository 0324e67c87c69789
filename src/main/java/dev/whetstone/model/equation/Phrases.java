package dev.whetstone.model.equation;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Settles what words mean among their neighbours: operators, relations, units, mere words. */
final class Phrases {
  private static final int LONGEST_UNIT = 3;
  private static final Lexeme NONE = Lexeme.of(Kind.BREAK, 0, 0, "");
  private static final Set<String> NO_UNITS =
      Set.of(
          "and",
          "or",
          "so",
          "then",
          "if",
          "when",
          "because",
          "since",
          "but",
          "which",
          "that",
          "for",
          "thus",
          "hence",
          "therefore",
          "we",
          "he",
          "she",
          "it",
          "they",
          "where",
          "with",
          "to",
          "from",
          "than",
          "as",
          "not",
          "by",
          "also",
          "has",
          "have",
          "had");

  private final List<Lexeme> from;
  private final List<Lexeme> settled = new ArrayList<>();
  private int at;

  private Phrases(List<Lexeme> from) {
    this.from = from;
  }

  static List<Lexeme> settle(List<Lexeme> lexemes) {
    return new Phrases(new Phrases(lexemes).meanings()).units();
  }

  private List<Lexeme> meanings() {
    while (at < from.size()) {
      Lexeme lexeme = from.get(at);
      switch (lexeme.kind()) {
        case EDGE -> edge(lexeme);
        case COPULA -> copula(lexeme);
        case WORD -> word(lexeme);
        case PLUS, MINUS, TIMES, CHOOSE, MOD, PERCENT, ROOT -> operator(lexeme);
        default -> keep(lexeme, 1);
      }
    }
    return settled;
  }

  /** A border of mathematics inside an equation is no border of it. */
  private void edge(Lexeme lexeme) {
    Kind next = next(1).kind();
    Kind last = last().kind();
    boolean inside =
        last.isOperator()
            || last == Kind.RELATION
            || next == Kind.RELATION
            || next == Kind.EDGE
            || (next.isOperator() && next != Kind.MINUS);
    if (inside) at++;
    else keep(lexeme, 1);
  }

  /** {@code is}, {@code is equal to}, {@code is about}; a word unless a number may follow. */
  private void copula(Lexeme lexeme) {
    int length = 1;
    while (next(length).is(Kind.COPULA)) length++;
    if (next(length).is(Kind.WORD, "to")) length++;
    Kind follows = next(length).kind();
    boolean number = follows.startsOperand() || follows == Kind.MINUS || follows == Kind.ABOUT;
    Lexeme whole =
        Lexeme.of(
            number ? Kind.COPULA : Kind.WORD,
            lexeme.start(),
            next(length - 1).end(),
            lexeme.text());
    keep(whole, length);
  }

  private void word(Lexeme lexeme) {
    boolean by = next(1).is(Kind.WORD, "by") && next(2).kind().startsOperand();
    if (by && lexeme.text().equals("multiplied")) keep(lexeme.as(Kind.TIMES), 2);
    else if (by && lexeme.text().equals("divided")) keep(lexeme.as(Kind.OVER), 2);
    else if (lexeme.text().equals("of")) of(lexeme);
    else keep(lexeme, 1);
  }

  /** {@code 20% of}, {@code 1/2 of}; elsewhere a word. */
  private void of(Lexeme lexeme) {
    int size = settled.size();
    boolean share =
        last().is(Kind.PERCENT)
            || last().is(Kind.CLOSE, "}")
            || (last().is(Kind.NUMBER) && size > 1 && settled.get(size - 2).is(Kind.OVER));
    keep(share && next(1).kind().startsOperand() ? lexeme.as(Kind.TIMES) : lexeme, 1);
  }

  /** An operator in a word, before anything but an operand, is a word. */
  private void operator(Lexeme lexeme) {
    boolean spelled = lexeme.text().length() > 1 && Character.isLetter(lexeme.text().charAt(0));
    boolean binary = !lexeme.is(Kind.PERCENT);
    keep(spelled && binary && !next(1).kind().startsOperand() ? lexeme.as(Kind.WORD) : lexeme, 1);
  }

  private List<Lexeme> units() {
    while (at < from.size()) {
      int length = last().kind().endsOperand() ? unit() : 0;
      if (length == 0) keep(from.get(at), 1);
      for (int i = 0; i < length; i++) keep(from.get(at).as(Kind.UNIT), 1);
    }
    return settled;
  }

  /** Length of the unit that stands here, between an operand and what continues it; 0 if none. */
  private int unit() {
    int length = 0;
    for (int words = 0; words < LONGEST_UNIT; words++) {
      if (next(length).is(Kind.OVER) && isUnit(next(length + 1))) length++;
      if (!isUnit(next(length))) break;
      length++;
      if (next(length).is(Kind.POWER) && next(length + 1).is(Kind.NUMBER)) length += 2;
    }
    return length > 0 && continues(next(length), next(length + 1)) ? length : 0;
  }

  private static boolean isUnit(Lexeme lexeme) {
    return lexeme.is(Kind.WORD) && !NO_UNITS.contains(lexeme.text());
  }

  private static boolean continues(Lexeme lexeme, Lexeme after) {
    return switch (lexeme.kind()) {
      case RELATION, COPULA, CLOSE -> true;
      case PLUS, MINUS, TIMES, OVER -> after.kind().startsOperand();
      default -> false;
    };
  }

  private void keep(Lexeme lexeme, int consumed) {
    settled.add(lexeme);
    at += consumed;
  }

  private Lexeme last() {
    return settled.isEmpty() ? NONE : settled.getLast();
  }

  private Lexeme next(int ahead) {
    return at + ahead < from.size() ? from.get(at + ahead) : NONE;
  }
}
