package dev.whetstone.model.wide.note.polynomial;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.whetstone.model.wide.template.ProblemWords;
import dev.whetstone.model.wide.template.Template;
import java.time.Duration;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ExpansionTest {
  private static final String PROBLEM = "Expand (2x + 3)(x^2 - x)(x + 1). Collect like terms.";

  private static Template of(String text) {
    return Template.of(text, ProblemWords.of(PROBLEM));
  }

  private static Expansion after(String... steps) {
    Expansion expansion = Expansion.of(of(PROBLEM)).orElseThrow();
    for (String step : steps) expansion = expansion.then(of(step));
    return expansion;
  }

  private static LikeTerms terms(Expansion expansion, String step) {
    return expansion.likeTerms(of(step)).orElseThrow();
  }

  private static Stated stated(Expansion expansion, String step) {
    return expansion.stated(of(step)).orElseThrow();
  }

  private static Expansion collected() {
    return after(
        "Terms in x^3: (2x)(x^2) = 2x^3",
        "Terms in x^2: (2x)(-x) + (3)(x^2) = x^2",
        "Terms in x: (3)(-x) = -3x");
  }

  @Test
  void theTermsOfAPowerAreAllItsPairsAndSumUp() {
    Expansion start = after();
    assertEquals(
        new LikeTerms(0, 0, true, true), terms(start, "Terms in x^2: (2x)(-x) + (3)(x^2) = x^2"));
    assertEquals(
        new LikeTerms(0, 0, true, true), terms(start, "Terms in x^2: (x^2)(3) + (-x)(2x) = x^2"));
    assertEquals(
        new LikeTerms(0, 0, false, true), terms(start, "Terms in x^2: (2x)(-x) + (3)(x^2) = 2x^2"));
    assertEquals(new LikeTerms(1, 0, true, false), terms(start, "Terms in x^4: (3)(x^2) = 3x^2"));
    assertEquals(
        new LikeTerms(1, 1, true, true), terms(start, "Terms in x^2: (2x)(-2x) + (3)(x^2) = -x^2"));
    assertEquals(
        new LikeTerms(0, 1, true, true),
        terms(start, "Terms in x^2: (2x)(-x) + (3)(x^2) + (3)(x^2) = 4x^2"));
    assertEquals(new LikeTerms(0, 0, true, true), terms(start, "Terms in x: (3)(-x) = -3x"));
  }

  @Test
  void aProductIsStatedWithTheTermsCollected() {
    String right = "So (2x + 3)(x^2 - x) = 2x^3 + x^2 - 3x";
    assertEquals(new Stated(0, 0, true, true), stated(collected(), right));
    assertEquals(new Stated(0, 3, true, true), stated(after(), right));
    assertEquals(
        new Stated(1, 0, false, true), stated(collected(), "So (2x + 3)(x^2 - x) = 2x^3 + x^2"));
    assertEquals(
        new Stated(1, 1, false, true),
        stated(collected(), "So (2x + 3)(x^2 - x) = 2x^3 + 2x^2 - 3x"));
    assertEquals(
        new Stated(0, 0, false, false),
        stated(collected(), "So (2x + 3)(x^2 - 2x) = 2x^3 + x^2 - 3x"));
  }

  @Test
  void theProductStatedIsMultipliedByTheNextFactor() {
    Expansion next = collected().then(of("So (2x + 3)(x^2 - x) = 2x^3 + x^2 - 3x"));
    assertEquals(
        new LikeTerms(0, 0, true, true), terms(next, "Terms in x^3: (2x^3)(1) + (x^2)(x) = 3x^3"));
    Expansion done = next.then(of("So (2x^3 + x^2 - 3x)(x + 1) = 2x^4 + 3x^3 - 2x^2 - 3x"));
    assertEquals(new LikeTerms(0, 1, true, true), terms(done, "Terms in x^2: (2x)(x) = 2x^2"));
  }

  @Test
  void largeNumbersAreExact() {
    String product = "(" + "9".repeat(40) + "x^7)(2x) = 1" + "9".repeat(39) + "8x^8";
    assertTrue(terms(after(), "Terms in x^8: " + product).holds());
    assertTrue(!terms(after(), "Terms in x^8: " + product.replace("98x", "97x")).holds());
  }

  @Test
  void whatIsNoProductOfPolynomialsInOneLetterIsNotRead() {
    for (String problem :
        new String[] {"Expand x + 1.", "Add (x) and (y).", "Take (x + 1)(y + 1)."})
      assertEquals(Optional.empty(), Expansion.of(of(problem)));
    for (String step : new String[] {"", "x = 3", "(2x)(y) = 1", "(2x)(x) = y", "(2x)/(x) = 2"})
      assertEquals(Optional.empty(), after().likeTerms(of(step)));
  }

  @Test
  void numbersAndPowersAreReadUpToABound() {
    assertTrue(PolynomialReader.polynomial("1".repeat(200) + "x^9999", 'x').isPresent());
    assertTrue(PolynomialReader.polynomial("1".repeat(201), 'x').isEmpty());
    assertTrue(PolynomialReader.polynomial("x^99999", 'x').isEmpty());
    assertTrue(PolynomialReader.polynomial("+x".repeat(128), 'x').isPresent());
    assertTrue(PolynomialReader.polynomial("+x".repeat(129), 'x').isEmpty());
    assertTrue(PolynomialReader.products("(x)".repeat(128), 'x').isPresent());
    assertTrue(PolynomialReader.products("(x)".repeat(129), 'x').isEmpty());
    for (String text : new String[] {"", "+", "x^", "x+", "2^3", "xx", "x-^2", "(x", "1x2"})
      assertTrue(PolynomialReader.polynomial(text, 'x').isEmpty(), text);
  }

  @Test
  void hostileTextIsReadInTime() {
    String sum =
        IntStream.range(0, 128)
            .mapToObj(i -> "7777x^" + (9999 - 17 * i))
            .collect(Collectors.joining("+"));
    String statement = "So (" + sum + ")(" + sum + ") = " + sum;
    assertTimeoutPreemptively(
        Duration.ofSeconds(20),
        () -> {
          Expansion expansion =
              Expansion.of(of("Expand (" + sum + ")(" + sum + ").")).orElseThrow();
          for (int i = 0; i < 40; i++) {
            expansion.stated(of(statement));
            expansion = expansion.then(of(statement));
          }
          expansion.likeTerms(of("Terms: " + "(x)(x)+".repeat(15_000) + "(x)(x) = x"));
          expansion.then(of("((((".repeat(25_000)));
          expansion.then(of("(x^" + "9".repeat(100_000) + ")(x) = x"));
        });
  }
}
