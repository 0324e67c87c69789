package dev.whetstone.verify.proof;

import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * What is said of an analysis: R_meta, and what it rests on.
 *
 * @param score the rating, within what was checked without a model allows
 * @param assessment the analysis with its issues checked
 * @param rating the meta-verifier's words; empty where the issues alone decide
 * @param metaVerifier name and version
 */
public record MetaVerdict(
    Score score, Assessment assessment, Optional<Analysis> rating, String metaVerifier) {
  public MetaVerdict {
    Objects.requireNonNull(score);
    Objects.requireNonNull(assessment);
    Objects.requireNonNull(rating);
    Objects.requireNonNull(metaVerifier);
  }

  /** Where no issue is told apart there is nothing that could bound the rating. */
  static MetaVerdict of(Assessment assessment, Analysis rating, String metaVerifier) {
    Score most = assessment.issues().isEmpty() ? Score.ONE : assessment.metaAtMost();
    Score bounded = Collections.min(List.of(most, rating.score()));
    Score score = Collections.max(List.of(bounded, assessment.metaAtLeast()));
    return new MetaVerdict(score, assessment, Optional.of(rating), metaVerifier);
  }

  /** Its issues alone decide. */
  static MetaVerdict of(Assessment assessment, Score score, String metaVerifier) {
    return new MetaVerdict(score, assessment, Optional.empty(), metaVerifier);
  }
}
