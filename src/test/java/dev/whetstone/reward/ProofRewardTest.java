package dev.whetstone.reward;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.whetstone.verify.Reliability;
import dev.whetstone.verify.proof.Analysis;
import dev.whetstone.verify.proof.Formatted;
import dev.whetstone.verify.proof.Formatted.Broken;
import dev.whetstone.verify.proof.Formatted.Kept;
import dev.whetstone.verify.proof.Score;
import dev.whetstone.verify.proof.SelfEvaluated;
import java.util.Map;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ProofRewardTest {
  private static final Reliability SURE = Reliability.EXACT;

  private static Formatted<Analysis> analysis(Score said) {
    return new Kept<>(new Analysis("All steps hold.", said));
  }

  private static Formatted<SelfEvaluated> proof(Score said) {
    return new Kept<>(new SelfEvaluated("Trivial.", new Analysis("All steps hold.", said)));
  }

  private static Score score(double value) {
    return Score.read(Double.toString(value)).orElseThrow();
  }

  @ParameterizedTest
  @CsvSource({
    "1.0, 1.0, 1.0, 1.00",
    "1.0, 0.5, 1.0, 0.88",
    "0.5, 0.5, 1.0, 0.62",
    "0.5, 1.0, 0.5, 0.44",
    "0.0, 0.0, 1.0, 0.24",
    "0.0, 1.0, 1.0, 0.00",
    "1.0, 1.0, 0.0, 0.76",
    "1.0, 0.0, 1.0, 0.76",
    "0.5, 0.5, 0.5, 0.50",
    "0.0, 0.5, 1.0, 0.12"
  })
  void theGeneratorIsPaidAsInThePaper(double truth, double said, double meta, double reward) {
    Reward paid = ProofReward.PAPER.generator(proof(score(said)), score(truth), score(meta), SURE);
    assertEquals(reward, paid.value(), 1e-12);
    assertEquals(ProofReward.GENERATOR, paid.formula());
  }

  @ParameterizedTest
  @CsvSource({
    "1.0, 1.0, 1.0, 1.00",
    "1.0, 0.5, 1.0, 0.50",
    "0.5, 1.0, 1.0, 0.50",
    "0.0, 0.0, 0.5, 0.50",
    "0.5, 0.0, 0.5, 0.25",
    "1.0, 0.0, 1.0, 0.00",
    "0.0, 1.0, 1.0, 0.00",
    "0.5, 0.5, 0.0, 0.00"
  })
  void theVerifierIsPaidAsInThePaper(double truth, double said, double meta, double reward) {
    Reward paid = ProofReward.verifier(analysis(score(said)), score(truth), score(meta), SURE);
    assertEquals(reward, paid.value(), 1e-12);
    assertEquals(ProofReward.VERIFIER, paid.formula());
  }

  @Test
  void theComponentsTellHowItCame() {
    assertEquals(
        Map.of("format", 1.0, "proof", 0.5, "agreement", 0.5, "meta", 0.5, "evaluation", 0.25),
        ProofReward.PAPER.generator(proof(Score.ONE), Score.HALF, Score.HALF, SURE).components());
    assertEquals(
        Map.of("format", 1.0, "agreement", 0.5, "meta", 1.0),
        ProofReward.verifier(analysis(Score.ONE), Score.HALF, Score.ONE, SURE).components());
  }

  @Test
  void whatCountsForNothingIsNoComponent() {
    ProofReward proofAlone = new ProofReward(1, 0);
    assertFalse(proofAlone.ratesEvaluations());
    assertEquals(
        Map.of("format", 1.0, "proof", 0.5, "agreement", 0.5),
        proofAlone.generator(proof(Score.ONE), Score.HALF, Score.ZERO, SURE).components());
    assertEquals(
        Map.of("format", 0.0, "proof", 0.0, "agreement", 0.0),
        proofAlone.generator(new Broken<>("no box"), Score.ZERO, Score.ZERO, SURE).components());
  }

  @Test
  void aBrokenFormatIsWorthNothingWhateverElse() {
    for (Score truth : Score.values())
      for (Score meta : Score.values()) {
        Reward proof = ProofReward.PAPER.generator(new Broken<>("no box"), truth, meta, SURE);
        Reward analysis = ProofReward.verifier(new Broken<>("no box"), truth, meta, SURE);
        assertEquals(0, proof.value());
        assertEquals(0, analysis.value());
        assertEquals(0, proof.components().get("format"));
        assertEquals(5, proof.components().size());
        assertEquals(3, analysis.components().size());
      }
  }

  @Test
  void rewardsLieBetween0And1AndRiseWithWhatTheyPayFor() {
    SplittableRandom random = new SplittableRandom(20);
    for (int i = 0; i < 1_000; i++) {
      double alpha = random.nextDouble();
      ProofReward weights = new ProofReward(alpha, random.nextDouble(0, 1 - alpha + 1e-12));
      for (Score truth : Score.values())
        for (Score said : Score.values()) checkMonotone(weights, truth, said);
    }
  }

  private static void checkMonotone(ProofReward weights, Score truth, Score said) {
    double before = -1;
    for (Score meta : Score.values()) {
      double value = weights.generator(proof(said), truth, meta, SURE).value();
      assertTrue(value >= 0 && value <= 1 && value >= before, () -> "" + weights);
      assertTrue(value <= weights.generator(proof(truth), truth, meta, SURE).value());
      double verifier = ProofReward.verifier(analysis(said), truth, meta, SURE).value();
      assertTrue(verifier >= 0 && verifier <= 1);
      assertTrue(verifier <= ProofReward.verifier(analysis(truth), truth, meta, SURE).value());
      before = value;
    }
    if (said != truth) return;
    for (Score better : Score.values())
      if (better.value() > truth.value())
        assertTrue(
            weights.generator(proof(better), better, Score.ONE, SURE).value()
                >= weights.generator(proof(truth), truth, Score.ONE, SURE).value());
  }

  @Test
  void anUnsureJudgeShowsInTheReward() {
    Reliability judge = new Reliability(0.9, 0.1);
    assertEquals(
        0.1,
        ProofReward.verifier(analysis(Score.ONE), Score.ONE, Score.ONE, judge).errorProbability(),
        1e-12);
  }

  @ParameterizedTest
  @CsvSource({"-0.1, 0.5", "0.5, -0.1", "0.8, 0.3", "NaN, 0.2", "0.2, NaN", "Infinity, 0"})
  void weightsThatCannotBeAreRefused(double alpha, double beta) {
    assertThrows(IllegalArgumentException.class, () -> new ProofReward(alpha, beta));
  }
}
