package dev.whetstone.model.equation;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class EquationsPropertyTest {
  private static final int EXPRESSIONS = 300;
  private static final int DEPTH = 4;

  /** Ways to write the same expression; {@code a} and {@code b} are what stands on both sides. */
  private enum Notation {
    PLAIN(" + ", " - ", " * ", "(%s) / (%s)", "(%s)", "%s = %s"),
    NARROW("+", "-", "*", "(%s)/(%s)", "(%s)", "so %s=%s."),
    SIGNS(" + ", " \u2212 ", " \u00d7 ", "(%s) \u00f7 (%s)", "[%s]", "We get %s = %s here."),
    LATEX("+", "-", "\\cdot ", "\\frac{%s}{%s}", "\\left(%s\\right)", "Then $x = %s = %s$."),
    ALIGNED(
        " + ",
        " - ",
        " \\times ",
        "\\dfrac{%s}{%s}",
        "(%s)",
        "\\[\\begin{align*}%s &= %s\\end{align*}\\]"),
    MARK("+", "-", "*", "(%s)/(%s)", "(%s)", "the sum is <<%s=%s>>");

    private final String plus;
    private final String minus;
    private final String times;
    private final String over;
    private final String brackets;
    private final String sentence;

    Notation(
        String plus, String minus, String times, String over, String brackets, String sentence) {
      this.plus = plus;
      this.minus = minus;
      this.times = times;
      this.over = over;
      this.brackets = brackets;
      this.sentence = sentence;
    }

    private String write(Term term) {
      return switch (term) {
        case Term.Literal l -> l.value().toString();
        case Term.Operation o when o.symbol() == '/' ->
            brackets.formatted(over.formatted(write(o.left()), write(o.right())));
        case Term.Operation o ->
            brackets.formatted(write(o.left()) + sign(o.symbol()) + write(o.right()));
        default -> throw new IllegalArgumentException("not drawn: " + term);
      };
    }

    private String sign(char symbol) {
      return symbol == '+' ? plus : symbol == '-' ? minus : times;
    }

    private String fraction(Rational value) {
      String top = value.numerator().abs().toString();
      String whole = value.isWhole() ? top : over.formatted(top, value.denominator());
      return (value.signum() < 0 ? "-" : "") + whole;
    }
  }

  @ParameterizedTest
  @EnumSource(Notation.class)
  void whatHoldsHoldsInEveryNotationAndFailsOnceItsResultIsChanged(Notation notation) {
    SplittableRandom random = new SplittableRandom(7);
    for (int i = 0; i < EXPRESSIONS; i++) {
      Term term = draw(random, DEPTH);
      Rational value = value(term);
      if (value == null) continue;
      String right = notation.write(term);
      assertTruth(Truth.HOLDS, notation, right, value);
      // A whole step off is no rounding, in either direction.
      Rational shift = Rational.of(random.nextBoolean() ? 2 : -2);
      assertTruth(Truth.FAILS, notation, right, value.plus(shift));
    }
  }

  private static void assertTruth(Truth truth, Notation notation, String left, Rational right) {
    String text = notation.sentence.formatted(left, notation.fraction(right));
    if (!left.matches("\\d+"))
      assertEquals(List.of(truth), Equations.in(text).stream().map(Equation::truth).toList(), text);
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3})
  void anExpandedProductIsAnIdentityAndAnotherConstantIsNone(long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    for (int i = 0; i < EXPRESSIONS; i++) {
      int a = random.nextInt(1, 30);
      int b = random.nextInt(1, 30);
      String text = "So $y = (x+%d)(x+%d) = x^2 + %dx + %d$.";
      assertEquals(Truth.IDENTITY, only(text.formatted(a, b, a + b, a * b)));
      assertEquals(Truth.NO_IDENTITY, only(text.formatted(a, b, a + b, a * b + 1)));
    }
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3})
  void aCorrectRoundingHoldsToAnyNumberOfDecimals(long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    for (int i = 0; i < EXPRESSIONS; i++) {
      long top = random.nextLong(1, 1_000);
      long bottom = random.nextLong(3, 100);
      int decimals = random.nextInt(1, 8);
      BigInteger unit = BigInteger.TEN.pow(decimals);
      BigInteger twice = unit.multiply(BigInteger.valueOf(2 * top));
      BigInteger rounded =
          twice.add(BigInteger.valueOf(bottom)).divide(BigInteger.valueOf(2 * bottom));
      String right = new BigDecimal(rounded, decimals).toPlainString();
      assertEquals(Truth.HOLDS, only(top + "/" + bottom + " = " + right));
      String far = new BigDecimal(rounded.add(BigInteger.TWO), decimals).toPlainString();
      assertEquals(Truth.FAILS, only(top + "/" + bottom + " = " + far));
    }
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
  void anyTextIsReadWithOffsetsInItsBounds(long seed) {
    List<String> pieces =
        List.of(
            "1",
            "23",
            "4.5",
            "+",
            "-",
            "*",
            "/",
            "=",
            "(",
            ")",
            "{",
            "}",
            "^",
            "!",
            "%",
            "$",
            " ",
            " ",
            "x",
            "y",
            " is ",
            " apples ",
            "\\frac",
            "\\sqrt",
            "|",
            "<",
            "\\equiv",
            "\\pmod",
            "mod",
            ",",
            ".",
            "\n",
            "<<",
            ">>",
            "\\text{cm}",
            "\\left(",
            "\\right)",
            "of",
            "\\",
            "_");
    SplittableRandom random = new SplittableRandom(seed);
    for (int i = 0; i < 2_000; i++) {
      StringBuilder text = new StringBuilder();
      for (int j = random.nextInt(1, 40); j > 0; j--)
        text.append(pieces.get(random.nextInt(pieces.size())));
      for (Equation equation : Equations.in(text.toString()))
        assertEquals(true, equation.end() <= text.length(), text::toString);
    }
  }

  private static Truth only(String text) {
    List<Equation> found = Equations.in(text);
    assertEquals(1, found.size(), text);
    return found.getFirst().truth();
  }

  private static Term draw(SplittableRandom random, int depth) {
    if (depth == 0 || random.nextInt(4) == 0)
      return new Term.Literal(Rational.of(random.nextInt(1, 100)), 0, false);
    char symbol = "+-*/".charAt(random.nextInt(4));
    return new Term.Operation(symbol, draw(random, depth - 1), draw(random, depth - 1));
  }

  /** Null where it divides by zero. */
  private static Rational value(Term term) {
    try {
      return new Evaluation(Map.of(), false).of(term).exact();
    } catch (NotUnderstood _) {
      return null;
    }
  }
}
