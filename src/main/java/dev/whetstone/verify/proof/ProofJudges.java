package dev.whetstone.verify.proof;

import dev.whetstone.model.remote.RemoteModels;
import dev.whetstone.model.remote.Role;
import dev.whetstone.verify.StepReadings;
import dev.whetstone.verify.proof.issue.IssueLimits;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;

/** The language models that are asked about proofs, if any are configured. */
@ApplicationScoped
public class ProofJudges {
  private final RemoteModels models;
  private final ProofLimits limits;
  private final IssueLimits issueLimits;
  private final StepReadings steps;

  ProofJudges(
      RemoteModels models, ProofLimits limits, IssueLimits issueLimits, StepReadings steps) {
    this.models = models;
    this.steps = steps;
    this.limits = limits;
    this.issueLimits = issueLimits;
  }

  /** Empty where no server is configured for it. */
  public Optional<ProofJudge> of(Role role) {
    return models
        .of(role)
        .map(client -> new ProofJudge(client, client.sampling(), limits, issueLimits));
  }

  /** Whom the settings name to judge analyses; empty where that is a server, and none is. */
  public Optional<MetaJudge> ofAnalyses() {
    return switch (limits.metaVerifier()) {
      case GENERATIVE -> of(Role.META_VERIFIER).map(GenerativeMetaJudge::new);
      case LEARNED -> Optional.of(new LearnedMetaJudge(steps, issueLimits, limits.realFrom()));
    };
  }

  /**
   * @throws NoJudge where no server is configured for it
   */
  public ProofJudge ofProofsRequired() {
    return of(Role.VERIFIER).orElseThrow(NoJudge::new);
  }

  /**
   * @throws NoJudge where no server is configured for it
   */
  public MetaJudge ofAnalysesRequired() {
    return ofAnalyses().orElseThrow(NoJudge::new);
  }
}
