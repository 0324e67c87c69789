package dev.whetstone.model.serve;

import static io.quarkus.scheduler.Scheduled.ConcurrentExecution.SKIP;

import dev.whetstone.model.host.Bounds;
import dev.whetstone.model.host.Loader;
import dev.whetstone.model.host.Placement;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.jboss.logging.Logger;

/** The models that serve, and the watch for other versions of them. */
@ApplicationScoped
public class Models {
  private static final Logger LOG = Logger.getLogger(Models.class);

  private final ModelSettings settings;
  private final Versions stepVerifier;
  private String trouble = "";

  /**
   * @throws IllegalArgumentException if a setting of {@code whetstone.model} is none
   */
  Models(ModelSettings settings, Precedence precedence, MeterRegistry registry, Clock clock) {
    this.settings = settings;
    Limits limits = Limits.from(settings);
    Placement placement = Placement.parse(settings.placement());
    Bounds bounds =
        new Bounds(settings.callTokens(), settings.maxStepCharacters(), settings.maxCharacters());
    stepVerifier =
        new Versions(
            settings.folder(),
            settings.stepVerifier(),
            settings.stepVerifierVersion(),
            precedence,
            (folder, card) -> Loader.load(folder, card, placement, bounds),
            scorer -> new Hosted(scorer, limits, registry),
            clock);
  }

  /** Empty until there is a version that may serve. */
  public Optional<Hosted> stepVerifier() {
    return stepVerifier.hosted();
  }

  /** Every version in the folder, served or not, as of the last look. */
  public List<ModelView> views() {
    return stepVerifier.views();
  }

  void start(@Observes StartupEvent event) {
    look();
  }

  @Scheduled(
      every = "{whetstone.model.rescan}",
      delayed = "{whetstone.model.rescan}",
      concurrentExecution = SKIP)
  void look() {
    try {
      stepVerifier.look();
      trouble = "";
    } catch (UncheckedIOException | UnknownPrecedence e) {
      if (!trouble.equals(e.getMessage())) LOG.warn(e.getMessage());
      trouble = e.getMessage();
    }
  }

  void stop(@Observes ShutdownEvent event) {
    stepVerifier.close(settings.grace(), settings.lastBatch());
  }
}
