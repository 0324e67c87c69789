package dev.whetstone.verify.proof;

import dev.whetstone.model.remote.RemoteModels;
import dev.whetstone.model.remote.Role;
import dev.whetstone.verify.proof.issue.IssueLimits;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;

/** The language models that are asked about proofs, if any are configured. */
@ApplicationScoped
public class ProofJudges {
  private final RemoteModels models;
  private final ProofLimits limits;
  private final IssueLimits issueLimits;

  ProofJudges(RemoteModels models, ProofLimits limits, IssueLimits issueLimits) {
    this.models = models;
    this.limits = limits;
    this.issueLimits = issueLimits;
  }

  /** Empty where no server is configured for it. */
  public Optional<ProofJudge> of(Role role) {
    return models
        .of(role)
        .map(client -> new ProofJudge(client, client.sampling(), limits, issueLimits));
  }

  /**
   * @throws NoJudge where no server is configured for it
   */
  public ProofJudge required(Role role) {
    return of(role).orElseThrow(NoJudge::new);
  }
}
