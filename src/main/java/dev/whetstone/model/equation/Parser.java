package dev.whetstone.model.equation;

import java.util.List;

/** Reads lexemes as one expression, by recursive descent. */
final class Parser {
  private static final int MAX_DEPTH = 48;
  private static final Term TWO = new Term.Literal(Rational.of(2), 0, false);
  private static final Lexeme END = Lexeme.of(Kind.BREAK, 0, 0, "");

  private final List<Lexeme> lexemes;
  private final Convention convention;
  private int at;
  private int depth;

  private Parser(List<Lexeme> lexemes, Convention convention) {
    this.lexemes = lexemes;
    this.convention = convention;
  }

  /**
   * @param lexemes without units
   * @throws NotUnderstood unless all of them are one expression
   */
  static Term parse(List<Lexeme> lexemes, Convention convention) {
    Parser parser = new Parser(lexemes, convention);
    Term whole = parser.sum();
    if (parser.at < lexemes.size()) throw new NotUnderstood("more than one expression");
    return whole;
  }

  private Term sum() {
    if (++depth > MAX_DEPTH) throw new NotUnderstood("too deep");
    Term sum = product();
    while (true) {
      if (take(Kind.PLUS)) sum = new Term.Operation('+', sum, product());
      else if (take(Kind.MINUS)) sum = new Term.Operation('-', sum, product());
      else if (take(Kind.CHOOSE)) sum = new Term.Operation('C', sum, product());
      else break;
    }
    depth--;
    return sum;
  }

  private Term product() {
    Term product = signed();
    while (true) {
      if (take(Kind.TIMES)) product = new Term.Operation('*', product, signed());
      else if (take(Kind.OVER)) product = new Term.Operation('/', product, divisor());
      else if (take(Kind.MOD)) product = new Term.Operation('m', product, signed());
      else if (juxtaposed()) product = new Term.Operation('*', product, power());
      else return product;
    }
  }

  private Term divisor() {
    Term divisor = signed();
    while (convention.tight()) {
      if (juxtaposed()) divisor = new Term.Operation('*', divisor, power());
      else if (isClose() && take(Kind.OVER)) divisor = new Term.Operation('/', divisor, signed());
      else break;
    }
    return divisor;
  }

  /** {@code 1/4} without spaces, as in {@code 3 / 1/4}. */
  private boolean isClose() {
    return peek().is(Kind.OVER)
        && at + 1 < lexemes.size()
        && lexemes.get(at - 1).end() == peek().start()
        && peek().end() == lexemes.get(at + 1).start();
  }

  private boolean juxtaposed() {
    return switch (peek().kind()) {
      case NAME, OPEN, FRACTION, ROOT, BINOMIAL -> true;
      default -> false;
    };
  }

  private Term signed() {
    if (++depth > MAX_DEPTH) throw new NotUnderstood("too deep");
    Term term;
    if (take(Kind.MINUS)) term = new Term.Sign('-', signed());
    else if (take(Kind.PLUS)) term = signed();
    else term = power();
    depth--;
    return term;
  }

  private Term power() {
    Term base = postfix();
    return take(Kind.POWER) ? new Term.Operation('^', base, signed()) : base;
  }

  private Term postfix() {
    Term term = primary();
    while (true) {
      if (take(Kind.FACTORIAL)) term = new Term.Sign('!', term);
      else if (take(Kind.PERCENT)) term = new Term.Sign('%', term);
      else return term;
    }
  }

  private Term primary() {
    Lexeme lexeme = next();
    return switch (lexeme.kind()) {
      case NUMBER -> mixed(lexeme);
      case NAME -> new Term.Name(lexeme.text());
      case OPEN -> group(lexeme);
      case BAR -> magnitude();
      case FRACTION -> new Term.Operation('/', argument(), argument());
      case BINOMIAL -> new Term.Operation('C', argument(), argument());
      case ROOT -> root();
      default -> throw new NotUnderstood("no operand: " + lexeme.kind());
    };
  }

  /** {@code 2 1/2}; and {@code 2\frac12} where the convention says so. */
  private Term mixed(Lexeme whole) {
    Term number = whole.literal();
    boolean integer = whole.literal().value().isWhole();
    if (peek().is(Kind.NUMBER)) {
      if (!integer || !isProper(at, at + 1, at + 2, Kind.OVER))
        throw new NotUnderstood("two numbers side by side");
      Term fraction = new Term.Operation('/', next().literal(), nextAfter(Kind.OVER).literal());
      return new Term.Operation('+', number, fraction);
    }
    if (convention.mixed() && integer && take(Kind.FRACTION))
      return new Term.Operation('+', number, new Term.Operation('/', argument(), argument()));
    return number;
  }

  private boolean isProper(int numerator, int sign, int denominator, Kind kind) {
    if (denominator >= lexemes.size() || !lexemes.get(sign).is(kind)) return false;
    Lexeme top = lexemes.get(numerator);
    Lexeme bottom = lexemes.get(denominator);
    return bottom.is(Kind.NUMBER) && top.literal().value().compareTo(bottom.literal().value()) < 0;
  }

  private Lexeme nextAfter(Kind kind) {
    require(kind);
    return next();
  }

  private Term group(Lexeme open) {
    Term inside = sum();
    Lexeme close = next();
    if (!close.is(Kind.CLOSE) || !matches(open.text(), close.text()))
      throw new NotUnderstood("unbalanced brackets");
    return inside;
  }

  private static boolean matches(String open, String close) {
    return "([{".indexOf(open) == ")]}".indexOf(close);
  }

  private Term magnitude() {
    Term inside = sum();
    require(Kind.BAR);
    return new Term.Sign('|', inside);
  }

  private Term root() {
    Term degree = TWO;
    if (peek().is(Kind.OPEN, "[")) degree = group(next());
    return new Term.Root(degree, argument());
  }

  private Term argument() {
    Lexeme lexeme = next();
    return switch (lexeme.kind()) {
      case NUMBER -> lexeme.literal();
      case NAME -> new Term.Name(lexeme.text());
      case OPEN -> group(lexeme);
      default -> throw new NotUnderstood("no argument");
    };
  }

  private Lexeme peek() {
    return at < lexemes.size() ? lexemes.get(at) : END;
  }

  private Lexeme next() {
    Lexeme lexeme = peek();
    at++;
    return lexeme;
  }

  private boolean take(Kind kind) {
    if (!peek().is(kind)) return false;
    at++;
    return true;
  }

  private void require(Kind kind) {
    if (!take(kind)) throw new NotUnderstood("missing " + kind);
  }
}
