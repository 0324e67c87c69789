package dev.whetstone.verify.proof.issue;

import static dev.whetstone.verify.proof.issue.Claim.ARITHMETIC;
import static dev.whetstone.verify.proof.issue.Claim.COMPLETENESS;
import static dev.whetstone.verify.proof.issue.Claim.LOGIC;
import static dev.whetstone.verify.proof.issue.Claim.SUBSTITUTION;
import static dev.whetstone.verify.proof.issue.Finding.CONFIRMED;
import static dev.whetstone.verify.proof.issue.Finding.OPEN;
import static dev.whetstone.verify.proof.issue.Finding.REFUTED;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import dev.whetstone.model.Derivation;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class IssueChecksTest {
  private static final Derivation SOLUTION =
      new Derivation(
          "Solve 5x + 3 = 3x + 11.",
          List.of(
              "We subtract 3x\n  on both sides: $2x + 3 = 11$.",
              "Then 2x = 8, since 11 - 3 = 8, and 2 + 2 = 5.",
              "So x = 5. Thus 15 / 3 = 4 = 4 and 3 + 3 = 6.",
              "Therefore \\frac{8}{2} = 4 is \\times nothing."));

  private static Finding found(Derivation derivation, Integer step, Claim claim, String quote) {
    OptionalInt at = step == null ? OptionalInt.empty() : OptionalInt.of(step);
    Issue issue = new Issue(at, quote, claim, Severity.FATAL, "it is wrong");
    return new IssueChecks(derivation).of(issue).finding();
  }

  private static Finding found(Integer step, Claim claim, String quote) {
    return found(SOLUTION, step, claim, quote);
  }

  @Test
  void whatIsNowhereSaidIsRefuted() {
    assertEquals(REFUTED, found(0, LOGIC, "we divide by zero"));
    assertEquals(REFUTED, found(null, ARITHMETIC, "2 + 2 = 6"));
    assertEquals(REFUTED, found(99, COMPLETENESS, "we divide by zero"));
    assertEquals(REFUTED, found(0, LOGIC, "WE SUBTRACT"));
  }

  @Test
  void whatIsSaidIsFoundWhateverItsWhiteSpaceAndItsStep() {
    assertEquals(OPEN, found(0, LOGIC, "subtract 3x on\tboth sides"));
    assertEquals(OPEN, found(3, LOGIC, "subtract 3x on both sides"));
    assertEquals(OPEN, found(null, LOGIC, "subtract 3x on both sides"));
    assertEquals(OPEN, found(0, LOGIC, "$2x + 3 = 11$. Then 2x"));
    assertEquals(OPEN, found(0, COMPLETENESS, ""));
    assertEquals(OPEN, found(0, LOGIC, "$$"));
    assertEquals(OPEN, found(0, LOGIC, "."));
    assertEquals(OPEN, found(0, LOGIC, "**subtract\u00a03x** on both sides\u200b."));
    assertEquals(CONFIRMED, found(1, ARITHMETIC, "2+2=5."));
  }

  @ParameterizedTest
  @CsvSource({
    "2 + 2 = 5, CONFIRMED",
    "= 5., CONFIRMED",
    "15 / 3 = 4, CONFIRMED",
    "11 - 3 = 8, REFUTED",
    "3 + 3 = 6, REFUTED",
    "11 - 3 = 8 and 2 + 2, REFUTED",
    "2x = 8, OPEN",
    "Therefore, OPEN"
  })
  void arithmeticIsRecomputed(String quote, Finding finding) {
    Finding expected = quote.contains(" and ") ? Finding.REFUTED : finding;
    assertEquals(expected, found(null, ARITHMETIC, quote));
  }

  @ParameterizedTest
  @CsvSource({
    "\\sqrt{2} = 1.41, OPEN",
    "1/3 = 0.33, OPEN",
    "22/7 = 3.14, OPEN",
    "1/4 = 0.25, REFUTED",
    "\\sqrt{9} = 3, REFUTED",
    "1/3 ≈ 0.33, REFUTED",
    "10 / 4 = 2.5 = 5 / 2, REFUTED",
    "1/3 = 0.5, CONFIRMED"
  })
  void whatHoldsOnlyRoundedIsLeftOpen(String quote, Finding finding) {
    Derivation proof = new Derivation("Compute.", List.of("We have $" + quote + "$."));
    assertEquals(finding, found(proof, 0, ARITHMETIC, quote));
  }

  @Test
  void whatIsNotWhollyUnderstoodIsNotRefuted() {
    Derivation half = new Derivation("Compute.", List.of("So 1 + 1 = 2 and f(x) = \\int g = 7."));
    assertEquals(REFUTED, found(half, 0, ARITHMETIC, "1 + 1 = 2"));
    assertEquals(OPEN, found(half, 0, ARITHMETIC, "1 + 1 = 2 and f(x) = \\int g = 7"));
  }

  @Test
  void anEquationWithTheSameSolutionRefutesAndOneWithNoneConfirms() {
    assertEquals(REFUTED, found(1, SUBSTITUTION, "2x = 8"));
    assertEquals(REFUTED, found(0, SUBSTITUTION, "2x + 3 = 11"));
    assertEquals(CONFIRMED, found(2, SUBSTITUTION, "x = 5"));
    assertEquals(CONFIRMED, found(1, SUBSTITUTION, "2 + 2 = 5"));
  }

  @Test
  void aSolutionLostIsNotRefuted() {
    Derivation lost = new Derivation("Solve $x^2 = 4$.", List.of("So $x = 2$."));
    assertEquals(OPEN, found(lost, 0, SUBSTITUTION, "$x = 2$"));
  }

  @Test
  void aCaseIsNotConfirmed() {
    Derivation cases =
        new Derivation("Solve 2x = 8.", List.of("Suppose x = 5.", "If x = 5 then 10 = 8."));
    assertEquals(OPEN, found(cases, 0, SUBSTITUTION, "x = 5"));
  }

  @Test
  void hostileTextsAreCheckedInTime() {
    Derivation hostile =
        new Derivation("x = 1", Collections.nCopies(8, "a".repeat(4_000) + " 1+1=2=x".repeat(500)));
    List<Issue> issues =
        Collections.nCopies(
            32,
            new Issue(
                OptionalInt.empty(), "a".repeat(399) + "b", SUBSTITUTION, Severity.MINOR, ""));
    List<Issue> more =
        Collections.nCopies(
            32, new Issue(OptionalInt.of(7), "1+1=2", SUBSTITUTION, Severity.MINOR, ""));
    assertTimeoutPreemptively(
        Duration.ofSeconds(20),
        () -> {
          new IssueChecks(hostile).of(issues);
          new IssueChecks(hostile).of(more);
        });
  }
}
