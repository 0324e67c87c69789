package dev.whetstone.verify.labelling;

import dev.whetstone.model.Derivation;
import dev.whetstone.verify.proof.Analysis;
import dev.whetstone.verify.proof.Assessment;
import dev.whetstone.verify.proof.ProofJudge;
import dev.whetstone.verify.proof.ProofJudge.Draws;
import dev.whetstone.verify.proof.Reply;
import dev.whetstone.verify.proof.Reply.Judged;
import dev.whetstone.verify.proof.Reply.Unjudged;
import dev.whetstone.verify.proof.Score;
import java.time.Duration;
import java.util.function.Function;

/**
 * A language model that writes analyses, or checks them; each attempt is a sample of its own.
 *
 * @param confirmsFrom how good a check must rate an analysis to confirm it; at 1/2 some of its
 *     issues may be wrong, or its score
 * @param patience for one call
 */
public record GenerativeVerifier(ProofJudge judge, Score confirmsFrom, Duration patience)
    implements Analyst<Derivation>, MetaVerifier<Derivation> {
  public GenerativeVerifier {
    if (confirmsFrom == Score.ZERO)
      throw new IllegalArgumentException("a rating of 0 confirms nothing");
  }

  @Override
  public Reply<Analysis> analyse(Derivation proof, int attempt) {
    return map(judge.assess(proof, draw(attempt)).getFirst(), Assessment::analysis);
  }

  /** Where all issues are refuted without a model, none is asked. */
  @Override
  public Reply<Boolean> check(Derivation proof, Analysis analysis, int attempt) {
    if (judge.assessment(proof, analysis).metaAtMost() == Score.ZERO) return new Judged<>(false);
    return map(
        judge.rate(proof, analysis.text(), draw(attempt)).getFirst(),
        rating -> rating.score().compareTo(confirmsFrom) >= 0);
  }

  private Draws draw(int attempt) {
    return new Draws(attempt, 1, patience);
  }

  private static <T, R> Reply<R> map(Reply<T> reply, Function<T, R> read) {
    return switch (reply) {
      case Judged<T>(T value) -> new Judged<>(read.apply(value));
      case Unjudged<T>(Reply.Why why, String detail) -> new Unjudged<>(why, detail);
    };
  }
}
