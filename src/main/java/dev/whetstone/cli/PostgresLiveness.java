package dev.whetstone.cli;

import jakarta.enterprise.context.ApplicationScoped;
import java.nio.file.Path;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Liveness;

/** An embedded database whose process is gone comes back with a restart of the server alone. */
@Liveness
@ApplicationScoped
class PostgresLiveness implements HealthCheck {
  /** The embedded database's folder, where there is one. */
  static final String FOLDER = "whetstone.embedded-database";

  private final Optional<Path> folder;

  PostgresLiveness(@ConfigProperty(name = FOLDER) Optional<Path> folder) {
    this.folder = folder;
  }

  @Override
  public HealthCheckResponse call() {
    boolean gone = folder.isPresent() && !LocalPostgres.isAlive(folder.get());
    return HealthCheckResponse.named("Embedded database")
        .withData("folder", folder.map(Path::toString).orElse("none: an external one is used"))
        .status(!gone)
        .build();
  }
}
