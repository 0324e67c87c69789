package dev.whetstone.model.serve;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;

/** Tells which step verifier serves; that there is none matters where one is required. */
@Readiness
@ApplicationScoped
class ModelReadiness implements HealthCheck {
  private final Models models;
  private final ModelSettings settings;

  ModelReadiness(Models models, ModelSettings settings) {
    this.models = models;
    this.settings = settings;
  }

  @Override
  public HealthCheckResponse call() {
    Optional<Hosted> hosted = models.stepVerifier();
    return HealthCheckResponse.named("Step verifier")
        .withData("serving", hosted.map(h -> h.card().id()).orElse("none"))
        .status(hosted.isPresent() || !settings.required())
        .build();
  }
}
