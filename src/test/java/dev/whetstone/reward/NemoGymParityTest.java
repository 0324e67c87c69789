package dev.whetstone.reward;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.whetstone.verify.Reliability;
import dev.whetstone.verify.proof.LooseFormat;
import dev.whetstone.verify.proof.Score;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * The rewards of NeMo Gym's two proof servers, read off their code, under our settings for them.
 */
class NemoGymParityTest {
  private static final String PROOF = "## Solution\nx = 1\n## Self Evaluation\nFine. ";

  /** proof_judge: alpha r_y + beta (1 - |s' - r_y|) r_meta, in its default alpha 1 and beta 0. */
  @ParameterizedTest
  @CsvSource({
    "\\boxed{1},     1,   1,   1, 0, 1",
    "\\boxed{0},     1,   1,   1, 0, 1",
    "\\boxed{1},     0,   1,   1, 0, 0",
    "\\boxed{0.5},   0.5, 0,   1, 0, 0.5",
    "\\boxed{0} \\boxed{1.0}, 1, 1, 0.76, 0.24, 1",
    "\\boxed{0.5},   1,   1,   0.76, 0.24, 0.88",
    "\\boxed{0},     0,   1,   0.76, 0.24, 0.24",
    "\\boxed{0},     0,   0.5, 0.76, 0.24, 0.12",
    "\\boxed{1},     0.5, 0.5, 0.76, 0.24, 0.44",
    "\\boxed{0.7},   1,   1,   1, 0, 0",
    "score 1,        1,   1,   1, 0, 0"
  })
  void aProofIsPaidAsByProofJudge(
      String box, double truth, double meta, double alpha, double beta, double reward) {
    Reward paid =
        new ProofReward(alpha, beta)
            .generator(
                LooseFormat.NEMO_GYM.generator(PROOF + box),
                Score.of(truth),
                Score.of(meta),
                Reliability.EXACT);
    assertEquals(reward, paid.value(), 1e-12);
  }

  /** proof_verification: (1 - |s' - s|) r_meta. */
  @ParameterizedTest
  @CsvSource({
    "\\boxed{1},              1,   1,   1",
    "\\boxed{0},              1,   1,   0",
    "\\boxed{0.5},            1,   1,   0.5",
    "\\boxed{1} or \\boxed{.5}, 0.5, 0.5, 0.5",
    "<think>\\boxed{1}</think>\\boxed{0}, 0, 1, 1",
    "\\boxed{one},            1,   1,   0",
    "nothing,                  0,   1,   0"
  })
  void anAnalysisIsPaidAsByProofVerification(
      String response, double truth, double meta, double reward) {
    Reward paid =
        ProofReward.verifier(
            LooseFormat.NEMO_GYM.verifier(response),
            Score.of(truth),
            Score.of(meta),
            Reliability.EXACT);
    assertEquals(reward, paid.value(), 1e-12);
  }
}
