package dev.whetstone.reward;

import dev.whetstone.verify.Reliability;
import dev.whetstone.verify.proof.Analysis;
import dev.whetstone.verify.proof.Formatted;
import dev.whetstone.verify.proof.Formatted.Kept;
import dev.whetstone.verify.proof.Score;
import dev.whetstone.verify.proof.SelfEvaluated;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What proofs and analyses of proofs are worth (DeepSeekMath-V2, sections 2.1 and 2.2). It asks for
 * the true scores, so none can be paid where our own judges failed.
 *
 * @param alpha weight of the proof, R_Y
 * @param beta weight of its writer's own evaluation, R_Z
 */
public record ProofReward(double alpha, double beta) {
  /** R_V = R_format * (1 - |s' - s|) * R_meta. */
  public static final String VERIFIER = "proof_verifier@1";

  /** R = R_format * (alpha * R_Y + beta * R_Z), R_Y = s, R_Z = (1 - |s' - s|) * R_meta. */
  public static final String GENERATOR = "proof_generator@1";

  /** The weights of the paper. */
  public static final ProofReward PAPER = new ProofReward(0.76, 0.24);

  private static final double ROUNDING = 1e-9;

  public ProofReward {
    if (!(alpha >= 0 && beta >= 0 && alpha + beta <= 1 + ROUNDING))
      throw new IllegalArgumentException(
          "weights are not negative, and 1 together at most: %s, %s".formatted(alpha, beta));
  }

  /**
   * What an analysis is worth; the first stage of the paper has no meta-verifier, which is 1 here.
   *
   * @param truth the proof's score, s
   * @param meta how good the analysis is, R_meta
   * @param reliability of whoever gave the truth
   */
  public static Reward verifier(
      Formatted<Analysis> response, Score truth, Score meta, Reliability reliability) {
    boolean kept = response instanceof Kept;
    double agreement =
        response instanceof Kept<Analysis>(Analysis analysis) ? agreement(analysis, truth) : 0;
    Map<String, Double> parts = new LinkedHashMap<>();
    parts.put("format", kept ? 1.0 : 0.0);
    parts.put("agreement", agreement);
    parts.put("meta", meta.value());
    return new Reward(
        agreement * meta.value(),
        parts,
        reliability.errorProbability(truth == Score.ONE),
        VERIFIER);
  }

  /** Whether anything depends on how good an evaluation is. */
  public boolean ratesEvaluations() {
    return beta > 0;
  }

  /**
   * What a proof with its writer's own evaluation is worth.
   *
   * @param truth the proof's score, s
   * @param meta how good the writer's evaluation is, R_meta; of no account where beta is 0
   * @param reliability of whoever gave the truth
   */
  public Reward generator(
      Formatted<SelfEvaluated> response, Score truth, Score meta, Reliability reliability) {
    boolean kept = response instanceof Kept;
    double agreement =
        response instanceof Kept<SelfEvaluated>(SelfEvaluated said)
            ? agreement(said.evaluation(), truth)
            : 0;
    double evaluation = agreement * meta.value();
    Map<String, Double> parts = new LinkedHashMap<>();
    parts.put("format", kept ? 1.0 : 0.0);
    parts.put("proof", truth.value());
    parts.put("agreement", agreement);
    if (ratesEvaluations()) {
      parts.put("meta", meta.value());
      parts.put("evaluation", evaluation);
    }
    double value = kept ? Math.min(1, alpha * truth.value() + beta * evaluation) : 0;
    return new Reward(value, parts, reliability.errorProbability(truth == Score.ONE), GENERATOR);
  }

  /** R_score(s', s) = 1 - |s' - s|. */
  private static double agreement(Analysis analysis, Score truth) {
    return 1 - Math.abs(analysis.score().value() - truth.value());
  }
}
