package dev.whetstone.rollout;

import jakarta.enterprise.context.ApplicationScoped;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Liveness;

/** Without the one thread that saves outcomes no reward can be paid until a restart. */
@Liveness
@ApplicationScoped
class WriterLiveness implements HealthCheck {
  private final GroupCommit groupCommit;

  WriterLiveness(GroupCommit groupCommit) {
    this.groupCommit = groupCommit;
  }

  @Override
  public HealthCheckResponse call() {
    return HealthCheckResponse.named("Writer of outcomes").status(groupCommit.isAlive()).build();
  }
}
