package dev.whetstone.verify.labelling;

import dev.whetstone.model.Derivation;
import dev.whetstone.verify.proof.Analysis;
import dev.whetstone.verify.proof.MetaJudge;
import dev.whetstone.verify.proof.MetaVerdict;
import dev.whetstone.verify.proof.Reply;
import dev.whetstone.verify.proof.Reply.Judged;
import dev.whetstone.verify.proof.Reply.Unjudged;
import dev.whetstone.verify.proof.Score;
import java.time.Duration;

/**
 * Confirms the analyses that a judge finds good enough; each attempt is a sample of its own.
 *
 * @param confirmsFrom how good; at 1/2 some of its issues may be wrong, or its score
 * @param patience for one call
 */
public record JudgedAnalyses(MetaJudge judge, Score confirmsFrom, Duration patience)
    implements MetaVerifier<Derivation> {
  public JudgedAnalyses {
    if (confirmsFrom == Score.ZERO)
      throw new IllegalArgumentException("a rating of 0 confirms nothing");
  }

  /**
   * Without asking where what was recomputed calls for the analysis's score; else by the judge's
   * own rating, where it gives one: a slip in one quote does not undo it.
   */
  @Override
  public Reply<Boolean> check(Derivation proof, Analysis analysis, int attempt) {
    if (judge.assessment(proof, analysis).isConfirmed()) return new Judged<>(true);
    return switch (judge.judge(proof, analysis, attempt, patience)) {
      case Judged<MetaVerdict>(MetaVerdict said) ->
          new Judged<>(
              said.rating().map(Analysis::score).orElse(said.score()).compareTo(confirmsFrom) >= 0);
      case Unjudged<MetaVerdict>(Reply.Why why, String detail) -> new Unjudged<>(why, detail);
    };
  }
}
