package dev.whetstone.verify.proof;

import dev.whetstone.model.Derivation;
import dev.whetstone.verify.proof.ProofJudge.Draws;
import dev.whetstone.verify.proof.Reply.Judged;
import dev.whetstone.verify.proof.Reply.Unjudged;
import java.time.Duration;

/** A language model that rates analyses, where checking their issues does not refute them all. */
public record GenerativeMetaJudge(ProofJudge judge) implements MetaJudge {
  @Override
  public String name() {
    return judge.metaVerifier();
  }

  @Override
  public Assessment assessment(Derivation proof, Analysis analysis) {
    return judge.assessment(proof, analysis);
  }

  @Override
  public Reply<MetaVerdict> judge(
      Derivation proof, Analysis analysis, int sample, Duration patience) {
    Assessment said = assessment(proof, analysis);
    if (said.metaAtMost() == Score.ZERO)
      return new Judged<>(MetaVerdict.of(said, Score.ZERO, name()));
    Draws draws = new Draws(sample, 1, patience);
    return switch (judge.rate(proof, analysis.text(), draws).getFirst()) {
      case Unjudged<Analysis>(Reply.Why why, String detail) -> new Unjudged<>(why, detail);
      case Judged<Analysis>(Analysis rating) -> new Judged<>(MetaVerdict.of(said, rating, name()));
    };
  }
}
