package dev.whetstone.benchmark.labelling;

import dev.whetstone.model.Derivation;
import dev.whetstone.verify.labelling.FirstError;
import dev.whetstone.verify.labelling.GenerativeVerifier;
import dev.whetstone.verify.labelling.JudgedAnalyses;
import dev.whetstone.verify.labelling.Panel;
import dev.whetstone.verify.proof.Analysis;
import dev.whetstone.verify.proof.Assessment;
import dev.whetstone.verify.proof.MetaJudge;
import dev.whetstone.verify.proof.ProofJudge;
import dev.whetstone.verify.proof.Score;
import java.time.Duration;
import java.util.List;
import java.util.OptionalInt;

/** Who is asked about proofs: one model, or two. */
record Examiners(
    ProofJudge verifier, MetaJudge metaVerifier, Score confirmsFrom, Duration patience) {
  /** Who votes, by which rule: names and versions, and what confirms an analysis. */
  String panel(Panel rule) {
    return "%s, %d checks by %s that rate it %s"
        .formatted(verifier.verifier(), rule.checks(), metaVerifier.name(), confirmsFrom.value());
  }

  GenerativeVerifier analyst() {
    return new GenerativeVerifier(verifier, patience);
  }

  JudgedAnalyses checker() {
    return new JudgedAnalyses(metaVerifier, confirmsFrom, patience);
  }

  /** Where valid analyses of a score below 1 see the first wrong step. */
  OptionalInt firstError(Derivation proof, List<Analysis> valid, Score score) {
    List<Assessment> of =
        valid.stream()
            .filter(analysis -> analysis.score() == score)
            .map(analysis -> verifier.assessment(proof, analysis))
            .toList();
    return FirstError.of(of, proof.steps().size());
  }
}
