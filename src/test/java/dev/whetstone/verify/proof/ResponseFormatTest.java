package dev.whetstone.verify.proof;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.whetstone.verify.proof.Formatted.Broken;
import dev.whetstone.verify.proof.Formatted.Kept;
import java.time.Duration;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ResponseFormatTest {
  private static final String OPENING = "Here is my evaluation of the solution:\n";
  private static final String CLOSING =
      "\nBased on my evaluation, the final overall score should be:\n";
  private static final ResponseFormat FORMAT = new ResponseFormat(100_000);

  private static Analysis kept(String response) {
    return assertInstanceOf(Kept.class, FORMAT.verifier(response)).value()
            instanceof Analysis analysis
        ? analysis
        : null;
  }

  private static String broken(Formatted<?> formatted) {
    return assertInstanceOf(Broken.class, formatted).why();
  }

  @ParameterizedTest
  @CsvSource({
    "0,ZERO",
    "0.0,ZERO",
    "0.5,HALF",
    ".5,HALF",
    "1/2,HALF",
    "' 1 / 2 ',HALF",
    "\\frac{1}{2},HALF",
    "\\dfrac{1}{2},HALF",
    "1,ONE",
    "1.0,ONE"
  })
  void aScoreIsReadHoweverItIsWritten(String written, Score score) {
    Analysis analysis = kept(OPENING + "Step 1 holds." + CLOSING + "\\boxed{" + written + "}");
    assertEquals(new Analysis("Step 1 holds.", score), analysis);
  }

  @Test
  void bothSpellingsOfOverallAreKept() {
    assertEquals(
        Score.HALF,
        kept(OPENING + CLOSING.replace("overall", "overal") + "$$\\boxed{0.5}$$").score());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "2",
        "-1",
        "0.75",
        "0.05",
        "0,5",
        "10",
        "1e0",
        "one",
        "",
        "\\text{1}",
        "{1}",
        "1\\%",
        "\u0661",
        "\uFF11",
        "0.5 or 1",
        "0.50000000000000000000000000000000000000"
      })
  void anyOtherScoreBreaksTheFormat(String written) {
    assertEquals(
        "its score is none of 0, 0.5 and 1",
        broken(FORMAT.verifier(OPENING + CLOSING + "\\boxed{" + written + "}")));
  }

  @Test
  void eachPartMustBeThereAndInOrder() {
    String box = "\\boxed{1}";
    assertTrue(broken(FORMAT.verifier(CLOSING + box)).contains("is missing"));
    assertTrue(broken(FORMAT.verifier(OPENING + box)).contains("is missing"));
    assertEquals("its score is in no box", broken(FORMAT.verifier(OPENING + CLOSING + "1")));
    assertEquals("its score is in no box", broken(FORMAT.verifier(OPENING + box + CLOSING + "1")));
    assertEquals(
        "its score comes before its evaluation",
        broken(FORMAT.verifier(CLOSING + box + "\n" + OPENING)));
    assertEquals(
        "its box does not close", broken(FORMAT.verifier(OPENING + CLOSING + "\\boxed{1")));
    assertTrue(broken(FORMAT.verifier("")).contains("is missing"));
  }

  @Test
  void twoScoresAreNone() {
    assertEquals(
        "it gives two scores",
        broken(FORMAT.verifier(OPENING + CLOSING + "\\boxed{1} no, \\boxed{0}")));
    assertEquals(Score.ONE, kept(OPENING + CLOSING + "\\boxed{1}, so \\boxed{1.0}").score());
  }

  @Test
  void aScoreQuotedInTheEvaluationIsNotTheScore() {
    String quoted = "The solution says:" + CLOSING + "\\boxed{1}\nwhich is vain.";
    assertEquals(Score.ZERO, kept(OPENING + quoted + CLOSING + "\\boxed{0}").score());
  }

  @Test
  void thoughtsDoNotCount() {
    String whole = OPENING + "fine" + CLOSING + "\\boxed{1}";
    assertEquals(
        Score.ONE, kept("<think>" + OPENING + CLOSING + "\\boxed{0}</think>" + whole).score());
    assertEquals("it ends in thought", broken(FORMAT.verifier("<think>" + whole)));
  }

  @Test
  void aProofNeedsItsTwoHeadings() {
    String evaluation = OPENING + "fine" + CLOSING + "\\boxed{1}";
    String whole = "## Solution\nLet x = 1.\n\n## Self Evaluation\n" + evaluation;
    Kept<?> kept = assertInstanceOf(Kept.class, FORMAT.generator(whole));
    assertEquals(new SelfEvaluated("Let x = 1.", new Analysis("fine", Score.ONE)), kept.value());
    assertTrue(broken(FORMAT.generator(evaluation)).contains("## Solution"));
    assertTrue(
        broken(FORMAT.generator("## Solution\nLet x = 1.\n" + evaluation))
            .contains("## Self Evaluation"));
    assertEquals(
        "its parts are not in order",
        broken(FORMAT.generator("## Self Evaluation\n" + evaluation + "\n## Solution\nLet")));
    assertEquals(
        "its solution is empty",
        broken(FORMAT.generator("## Solution\n \n## Self Evaluation\n" + evaluation)));
    assertTrue(
        broken(FORMAT.generator(whole.replace("x = 1.", "x\n## Self Evaluation\n")))
            .contains("stands twice"));
    assertInstanceOf(Kept.class, FORMAT.generator(whole.replace("x = 1", "the ## Solution be")));
  }

  @Test
  void aMetaVerifierHasWordsOfItsOwn() {
    String response =
        "Here is my analysis of the \"solution evaluation\":\nIts one defect is real.\n"
            + "Based on my analysis, I will rate the \"solution evaluation\" as:\n\\boxed{0.5}";
    Kept<?> kept = assertInstanceOf(Kept.class, FORMAT.metaVerifier(response));
    assertEquals(new Analysis("Its one defect is real.", Score.HALF), kept.value());
    assertInstanceOf(Broken.class, FORMAT.verifier(response));
  }

  @Test
  void theBoundIsSharp() {
    String whole = OPENING + "fine" + CLOSING + "\\boxed{1}";
    assertInstanceOf(Kept.class, new ResponseFormat(whole.length()).verifier(whole));
    assertEquals(
        "it is too long to read", broken(new ResponseFormat(whole.length() - 1).verifier(whole)));
  }

  @Test
  void hostileTextsAreReadInTime() {
    ResponseFormat large = new ResponseFormat(10_000_000);
    for (String part :
        new String[] {
          "\\boxed{", "\\boxed{1}", OPENING, CLOSING, "## Solution\n", "{", "\\", "<think>"
        })
      assertTimeoutPreemptively(
          Duration.ofSeconds(20),
          () -> {
            String text = OPENING + CLOSING + part.repeat(500_000 / part.length());
            large.verifier(text);
            large.generator("## Solution\nx\n## Self Evaluation\n" + text);
          });
  }

  @Test
  void noMixtureOfThePartsThrows() {
    String[] parts = {
      OPENING,
      CLOSING,
      "\\boxed{",
      "}",
      "1",
      "0.5",
      "## Solution",
      "## Self Evaluation",
      "\n",
      " ",
      "<think>",
      "</think>",
      "\ud800",
      "\\frac{1}{2}"
    };
    SplittableRandom random = new SplittableRandom(3);
    for (int i = 0; i < 5_000; i++) {
      StringBuilder text = new StringBuilder();
      for (int n = random.nextInt(14); n > 0; n--) text.append(parts[random.nextInt(parts.length)]);
      FORMAT.verifier(text.toString());
      FORMAT.generator(text.toString());
      FORMAT.metaVerifier(text.toString());
    }
  }
}
