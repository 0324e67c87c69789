package dev.whetstone.verify.proof;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.whetstone.verify.proof.Formatted.Broken;
import dev.whetstone.verify.proof.Formatted.Kept;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class LooseFormatTest {
  private static final LooseFormat FORMAT = LooseFormat.NEMO_GYM;

  private static String broken(Formatted<?> formatted) {
    return assertInstanceOf(Broken.class, formatted).why();
  }

  @ParameterizedTest
  @CsvSource({"0,ZERO", "-0,ZERO", "0.5,HALF", ".5,HALF", "5e-1,HALF", "' 1. ',ONE", "+1,ONE"})
  void theLastBoxIsTheScoreWhereverItStands(String written, Score score) {
    String response = "<think>\\boxed{0.5}</think>Maybe \\boxed{0}, no: \\boxed{" + written + "}!";
    String said = "Maybe \\boxed{0}, no: \\boxed{" + written + "}!";
    assertEquals(new Kept<>(new Analysis(said, score)), FORMAT.verifier(response));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "1",
        "\\boxed{}",
        "\\boxed{2}",
        "\\boxed{1",
        "\\boxed{\\frac{1}{2}}",
        "\\boxed{1d}",
        "\\boxed{0x1p0}",
        "\\boxed{NaN}",
        "\\boxed{1} \\boxed{x}"
      })
  void anythingElseBreaksTheFormat(String response) {
    assertEquals("its last box holds none of 0, 0.5 and 1", broken(FORMAT.verifier(response)));
  }

  @Test
  void aProofNeedsItsHeadingsInOrder() {
    assertEquals(
        new Kept<>(
            new SelfEvaluated(
                "Let x = 1.", new Analysis("## Solution is fine \\boxed{1}", Score.ONE))),
        FORMAT.generator(
            "Well. ## Solution\nLet x = 1.\n## Self Evaluation\n## Solution is fine \\boxed{1}"));
    assertEquals(
        "\"## Solution\" is missing", broken(FORMAT.generator("## Self Evaluation \\boxed{1}")));
    assertEquals(
        "\"## Self Evaluation\" is missing",
        broken(FORMAT.generator("## Self Evaluation ## Solution \\boxed{1}")));
    assertEquals(
        "its last box holds none of 0, 0.5 and 1",
        broken(FORMAT.generator("## Solution \\boxed{1} ## Self Evaluation fine")));
  }

  @Test
  void boundsAreSharp() {
    LooseFormat small = new LooseFormat(4, 12);
    String whole = "## Solution %s ## Self Evaluation %s\\boxed{1}";
    assertInstanceOf(Kept.class, small.generator(whole.formatted("xxxx", "yyy")));
    assertEquals(
        "its solution is too long", broken(small.generator(whole.formatted("xxxxx", "yyy"))));
    assertEquals(
        "its analysis is too long", broken(small.generator(whole.formatted("xxxx", "yyyy"))));
    assertThrows(IllegalArgumentException.class, () -> new LooseFormat(0, 1));
  }
}
