package dev.whetstone.verify.labelling;

import dev.whetstone.model.Derivation;
import dev.whetstone.verify.proof.Analysis;
import dev.whetstone.verify.proof.Assessment;
import dev.whetstone.verify.proof.ProofJudge;
import dev.whetstone.verify.proof.ProofJudge.Draws;
import dev.whetstone.verify.proof.Reply;
import dev.whetstone.verify.proof.Reply.Judged;
import dev.whetstone.verify.proof.Reply.Unjudged;
import java.time.Duration;

/**
 * A language model that writes analyses; each attempt is a sample of its own.
 *
 * @param patience for one call
 */
public record GenerativeVerifier(ProofJudge judge, Duration patience)
    implements Analyst<Derivation> {
  @Override
  public Reply<Analysis> analyse(Derivation proof, int attempt) {
    return switch (judge.assess(proof, new Draws(attempt, 1, patience)).getFirst()) {
      case Judged<Assessment>(Assessment said) -> new Judged<>(said.analysis());
      case Unjudged<Assessment>(Reply.Why why, String detail) -> new Unjudged<>(why, detail);
    };
  }
}
