package dev.whetstone.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.whetstone.reward.Reward;
import dev.whetstone.verify.proof.Analysis;
import dev.whetstone.verify.proof.Assessment;
import dev.whetstone.verify.proof.MetaVerdict;
import dev.whetstone.verify.proof.ProofVerdict;
import dev.whetstone.verify.proof.Score;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * What a proof, or an analysis of one, is worth.
 *
 * @param errorProbability left out where nobody has measured who judged
 * @param broken why the format is broken, where it is; nobody is asked then
 * @param score the proof's, by the verifier or as given
 * @param votes the verifier's; left out where the score was given
 * @param evaluation left out where nothing depends on it
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Worth(
    double reward,
    Map<String, Double> components,
    Double errorProbability,
    String formula,
    String broken,
    Double score,
    List<Vote> votes,
    String verifier,
    Meta evaluation) {
  /**
   * One sample of the verifier.
   *
   * @param counts whether its score rests on anything but what was refuted; else it is no vote
   * @param unreadable issues that could not be read
   */
  @Schema(name = "ProofVote")
  public record Vote(
      double score, boolean counts, List<IssueView> issues, int unreadable, String analysis) {
    static Vote of(Assessment said) {
      return new Vote(
          said.analysis().score().value(),
          said.stands(),
          IssueView.all(said.issues()),
          said.unreadable(),
          said.analysis().text());
    }
  }

  /**
   * What is said of an evaluation.
   *
   * @param score R_meta
   * @param rating the meta-verifier's words; left out where the issues alone decide
   */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  @Schema(name = "EvaluationVerdict")
  public record Meta(
      double score, String rating, List<IssueView> issues, int unreadable, String metaVerifier) {
    static Meta of(MetaVerdict said) {
      return new Meta(
          said.score().value(),
          said.rating().map(Analysis::text).orElse(null),
          IssueView.all(said.assessment().issues()),
          said.assessment().unreadable(),
          said.metaVerifier());
    }
  }

  static Worth of(Reward reward, boolean measured, ProofVerdict said) {
    return new Worth(
        reward.value(),
        reward.components(),
        measured ? reward.errorProbability() : null,
        reward.formula(),
        null,
        said.score().value(),
        said.votes().stream().map(Vote::of).toList(),
        said.verifier(),
        said.evaluation().map(Meta::of).orElse(null));
  }

  static Worth of(Reward reward, Score truth, MetaVerdict said) {
    return new Worth(
        reward.value(),
        reward.components(),
        null,
        reward.formula(),
        null,
        truth.value(),
        null,
        null,
        Meta.of(said));
  }

  static Worth broken(Reward reward, String why) {
    return new Worth(
        reward.value(),
        reward.components(),
        reward.errorProbability(),
        reward.formula(),
        why,
        null,
        null,
        null,
        null);
  }
}
