package dev.whetstone.model.equation;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** Splits a text of words, plain arithmetic and LaTeX into lexemes, in one pass. */
final class Lexer {
  private static final int MAX_GROUP = 200;
  private static final Set<String> TEXT_COMMANDS =
      Set.of("text", "mathrm", "textrm", "mbox", "hbox", "textbf", "textit", "mathit");
  private static final Set<String> LAID_ASIDE = Set.of("tag", "label", "hspace", "vspace");
  private static final Set<String> ENVIRONMENTS =
      Set.of(
          "align",
          "align*",
          "aligned",
          "equation",
          "equation*",
          "gather",
          "gather*",
          "gathered",
          "split",
          "eqnarray",
          "eqnarray*",
          "multline",
          "multline*",
          "displaymath",
          "math");
  private static final String FUNCTIONS = "fghFGHPQRTEC";
  private static final int SHORTEST_WORD = 4;

  private final String text;
  private final int end;
  private final BitSet borders;
  private final List<Lexeme> lexemes = new ArrayList<>();
  private final List<int[]> marks = new ArrayList<>();
  private boolean math;
  private int at;

  private Lexer(String text, int start, int end, BitSet borders, boolean math) {
    this.text = text;
    this.at = start;
    this.end = end;
    this.borders = borders;
    this.math = math;
  }

  /** The lexeme lists of the text: one of its main flow, one of each calculator mark inside. */
  static List<List<Lexeme>> split(String text) {
    Lexer main = new Lexer(text, 0, text.length(), Dollars.borders(text), false);
    List<List<Lexeme>> all = new ArrayList<>();
    all.add(main.run());
    for (int[] mark : main.marks)
      all.add(new Lexer(text, mark[0], mark[1], new BitSet(), false).run());
    return all;
  }

  private List<Lexeme> run() {
    while (at < end) step();
    return lexemes;
  }

  private void step() {
    char c = text.charAt(at);
    if (c == '\n') add(Kind.LINE, 1, "\n");
    else if (Character.isWhitespace(c)) at++;
    else if (isDigit(at) || (c == '.' && isDigit(at + 1))) number();
    else if (c == '\\') command();
    else if (c == '$') dollar();
    else if (text.startsWith("<<", at) && mark()) return;
    else if (isLatin(c)) letters();
    else symbol(c);
  }

  private void number() {
    Lexeme number = Digits.read(text, at, end);
    lexemes.add(number);
    at = number.end();
  }

  private void dollar() {
    if (borders.get(at)) {
      math = !math;
      add(Kind.EDGE, borders.get(at + 1) && text.startsWith("$$", at) ? 2 : 1, "$");
    } else at++;
  }

  /** A calculator mark such as {@code <<10+8=18>>}, which is read on its own. */
  private boolean mark() {
    int length = text.substring(at, Math.min(end, at + MAX_GROUP)).indexOf(">>");
    if (length < 0) return false;
    int close = at + length;
    marks.add(new int[] {at + 2, close});
    at = close + 2;
    return true;
  }

  private void letters() {
    int stop = at;
    while (stop < end && isLatin(text.charAt(stop))) stop++;
    String run = text.substring(at, stop);
    if (run.equalsIgnoreCase("x") && Times.isMeant(text, at, lexemes)) add(Kind.TIMES, 1, "x");
    else if (run.length() == 1) letter(run);
    else if (math && run.length() < SHORTEST_WORD && isProduct(run)) product(run);
    else word(run);
  }

  private void letter(String letter) {
    if (!math && Times.isArticle(text, at)) add(Kind.WORD, 1, letter);
    else if (FUNCTIONS.contains(letter) && at + 1 < end && text.charAt(at + 1) == '(')
      add(Kind.OPAQUE, 1, letter);
    else add(Kind.NAME, 1, letter);
  }

  /** Letters side by side in mathematics, but for a unit after a number. */
  private boolean isProduct(String run) {
    boolean unit = !lexemes.isEmpty() && lexemes.getLast().is(Kind.NUMBER) && Times.isUnit(run);
    return !unit && Lexicon.word(run) == Kind.WORD;
  }

  /** Capitals side by side are a segment, an angle or digits, hardly ever a product. */
  private void product(String run) {
    if (run.chars().filter(Character::isUpperCase).count() > 1) add(Kind.OPAQUE, run.length(), run);
    else for (int i = 0; i < run.length(); i++) letter(run.substring(i, i + 1));
  }

  private void word(String run) {
    String word = run.toLowerCase(Locale.ROOT);
    int length = run.length();
    if (text.startsWith("'s", at + length)) length += 2;
    add(Lexicon.word(word), length, word);
  }

  private void command() {
    int stop = at + 1;
    while (stop < end && isLatin(text.charAt(stop))) stop++;
    if (stop == at + 1) escaped(stop < end ? text.charAt(stop) : ' ');
    else named(text.substring(at + 1, stop), stop);
  }

  private void escaped(char c) {
    switch (c) {
      case '\\' -> add(Kind.LINE, 2, "\\\\");
      case '(', '[' -> border(true);
      case ')', ']' -> border(false);
      case '%' -> add(Kind.PERCENT, 2, "%");
      case '{', '}', '|', '#' -> add(Kind.OPAQUE, 2, "\\" + c);
      case '&', '_' -> add(Kind.BREAK, 2, "\\" + c);
      default -> at += 2;
    }
  }

  private void border(boolean opens) {
    math = opens;
    add(Kind.EDGE, 2, "$");
  }

  private void named(String name, int stop) {
    if (TEXT_COMMANDS.contains(name)) words(stop);
    else if (LAID_ASIDE.contains(name)) group(stop, Kind.BREAK);
    else if (name.equals("begin") || name.equals("end")) environment(stop, name.equals("begin"));
    else if (name.equals("not") && stop < end && text.charAt(stop) == '=')
      add(Kind.RELATION, stop + 1 - at, "≠");
    else known(Lexicon.command(name), stop);
  }

  private void known(Lexicon.Entry entry, int stop) {
    if (entry == null) at = stop;
    else {
      add(entry.kind(), stop - at, entry.text());
      if (entry.kind() == Kind.FRACTION || entry.kind() == Kind.BINOMIAL) digits(2);
      if (entry.kind() == Kind.ROOT) digits(1);
    }
  }

  /** {@code \frac12}: without braces each argument is one digit. */
  private void digits(int most) {
    for (int i = 0; i < most; i++) {
      while (at < end && text.charAt(at) == ' ') at++;
      if (!isDigit(at)) return;
      lexemes.add(Digits.digit(text, at++));
    }
  }

  /** A group of words is read as plain text. */
  private void words(int stop) {
    int close = closing(stop);
    if (close < 0) {
      add(Kind.OPAQUE, stop - at, "text");
      return;
    }
    lexemes.addAll(new Lexer(text, stop + 1, close, new BitSet(), false).run());
    at = close + 1;
  }

  private void group(int stop, Kind kind) {
    int close = closing(stop);
    add(kind, (close < 0 ? stop : close + 1) - at, "group");
  }

  private void environment(int stop, boolean begins) {
    int close = closing(stop);
    boolean lines = close > 0 && ENVIRONMENTS.contains(text.substring(stop + 1, close));
    if (lines) math = begins;
    group(stop, lines ? Kind.BREAK : Kind.OPAQUE);
  }

  /** Where the brace that opens at {@code open} is closed, if soon; -1 otherwise. */
  private int closing(int open) {
    if (open >= end || text.charAt(open) != '{') return -1;
    for (int i = open; i < Math.min(end, open + MAX_GROUP); i++)
      if (text.charAt(i) == '}') return i;
    return -1;
  }

  private void symbol(char c) {
    int degree = Symbols.degree(text, at);
    if (degree > 0) at += degree;
    else if (c != '&') {
      Lexeme lexeme = Symbols.read(text, at, lexemes.isEmpty() ? null : lexemes.getLast(), math);
      lexemes.add(lexeme);
      at = lexeme.end();
    } else at++;
  }

  private void add(Kind kind, int length, String spelling) {
    lexemes.add(Lexeme.of(kind, at, at + length, spelling));
    at += length;
  }

  private boolean isDigit(int i) {
    return i < end && text.charAt(i) >= '0' && text.charAt(i) <= '9';
  }

  private static boolean isLatin(char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
  }
}
