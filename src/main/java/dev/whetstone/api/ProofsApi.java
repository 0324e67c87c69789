package dev.whetstone.api;

import dev.whetstone.model.Derivation;
import dev.whetstone.reward.ProofReward;
import dev.whetstone.reward.Reward;
import dev.whetstone.verify.Reliability;
import dev.whetstone.verify.proof.Analysis;
import dev.whetstone.verify.proof.Formatted;
import dev.whetstone.verify.proof.Formatted.Broken;
import dev.whetstone.verify.proof.Formatted.Kept;
import dev.whetstone.verify.proof.MetaVerdict;
import dev.whetstone.verify.proof.ProofLimits;
import dev.whetstone.verify.proof.ProofReadings;
import dev.whetstone.verify.proof.ProofVerdict;
import dev.whetstone.verify.proof.Reply;
import dev.whetstone.verify.proof.Reply.Judged;
import dev.whetstone.verify.proof.Reply.Unjudged;
import dev.whetstone.verify.proof.Score;
import dev.whetstone.verify.proof.SelfEvaluated;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.enterprise.event.Observes;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Rewards of proofs and of analyses of proofs, by language models; nothing is stored. */
@Path("/api/v1/proofs")
@Tag(name = "proofs")
@APIResponse(
    responseCode = "503",
    description = "no-generative-verifier, overloaded, or the fault is ours, or unjudged")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
public final class ProofsApi {
  /** A broken format is seen exactly. */
  private static final Reliability EXACT = Reliability.EXACT;

  private static final Reliability UNKNOWN = new Reliability(0.5, 0.5);

  private final ProofReadings readings;
  private final ProofLimits limits;
  private final ProofReward weights;
  private final Optional<Reliability> measured;

  /**
   * @throws IllegalArgumentException if the weights, or the verifier's shares, are none
   */
  ProofsApi(ProofReadings readings, ProofLimits limits, ProofWeights weights) {
    this.readings = readings;
    this.limits = limits;
    this.weights = new ProofReward(weights.alpha(), weights.beta());
    measured =
        limits.sensitivity().isPresent() && limits.falsePass().isPresent()
            ? Optional.of(
                new Reliability(
                    limits.sensitivity().getAsDouble(), limits.falsePass().getAsDouble()))
            : Optional.empty();
  }

  /** Settings that cannot be stop the start, not the first request. */
  void start(@Observes StartupEvent event) {}

  /**
   * @param response the proof with its writer's own evaluation, in the format asked for
   */
  public record ProofItem(String problem, String response) {}

  /**
   * @param response a verifier's analysis of the proof, in the format asked for
   * @param score the proof's true score: 0, 0.5 or 1
   */
  public record AnalysisItem(String problem, String proof, String response, Double score) {}

  @POST
  @Path("/assessments")
  @APIResponse(responseCode = "422", description = "unscorable")
  @APIResponseSchema(Worth.class)
  @Operation(
      summary =
          "Reward a proof that comes with its own evaluation: R_format (alpha R_Y + beta R_Z)")
  public Worth assess(ProofItem item) {
    ProofItem body = Bodies.required(item);
    String problem = problem(body.problem());
    readings.requireJudges(weights.ratesEvaluations());
    Formatted<SelfEvaluated> response = readings.proof(problem, response(body.response()));
    return switch (response) {
      case Broken<SelfEvaluated>(String why) ->
          Worth.broken(weights.generator(response, Score.ZERO, Score.ZERO, EXACT), why);
      case Kept<SelfEvaluated>(SelfEvaluated proof) ->
          worth(response, judged(readings.judge(problem, proof, weights.ratesEvaluations())));
    };
  }

  private Worth worth(Formatted<SelfEvaluated> response, ProofVerdict said) {
    Reward reward =
        weights.generator(
            response,
            said.score(),
            said.evaluation().map(MetaVerdict::score).orElse(Score.ZERO),
            measured.orElse(UNKNOWN));
    return Worth.of(reward, measured.isPresent(), said);
  }

  @POST
  @Path("/analyses")
  @APIResponse(responseCode = "422", description = "unscorable")
  @APIResponseSchema(Worth.class)
  @Operation(summary = "Reward a verifier's analysis of a proof: R_format (1 - |s' - s|) R_meta")
  public Worth analyse(AnalysisItem item) {
    AnalysisItem body = Bodies.required(item);
    Derivation proof = proof(problem(body.problem()), body.proof());
    Score truth = score(body.score());
    readings.requireMetaJudge();
    Formatted<Analysis> response = readings.analysis(response(body.response()));
    return switch (response) {
      case Broken<Analysis>(String why) ->
          Worth.broken(ProofReward.verifier(response, truth, Score.ZERO, EXACT), why);
      case Kept<Analysis>(Analysis analysis) -> {
        MetaVerdict said = judged(readings.judge(proof, analysis));
        yield Worth.of(ProofReward.verifier(response, truth, said.score(), UNKNOWN), truth, said);
      }
    };
  }

  private static <T> T judged(Reply<T> reply) {
    return switch (reply) {
      case Judged<T>(T value) -> value;
      case Unjudged<T> unjudged -> throw ProofProblems.of(unjudged);
    };
  }

  private String problem(String problem) {
    return Require.text("problem", problem, limits.maxCharacters());
  }

  /** One that is empty or too long breaks the format: the writer's loss. */
  private static String response(String response) {
    return Require.anyText("response", response, Integer.MAX_VALUE);
  }

  private Derivation proof(String problem, String text) {
    String proof = Require.text("proof", text, limits.maxCharacters());
    return ProofSteps.required("proof", readings.cut(problem, proof), limits);
  }

  private static Score score(Double score) {
    if (score != null && (score == 0 || score == 0.5 || score == 1)) return Score.of(score);
    throw new BadField("score", "score is missing, or not usable", "give 0, 0.5 or 1");
  }
}
