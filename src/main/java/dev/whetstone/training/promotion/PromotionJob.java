package dev.whetstone.training.promotion;

import static io.quarkus.scheduler.Scheduled.ConcurrentExecution.SKIP;

import dev.whetstone.model.serve.ModelSettings;
import dev.whetstone.model.serve.ModelView;
import dev.whetstone.model.serve.Models;
import io.agroal.api.AgroalDataSource;
import io.quarkus.runtime.StartupEvent;
import io.quarkus.scheduler.Scheduled;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.interceptor.Interceptor;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.jboss.logging.Logger;

/**
 * What is done by the clock: new versions are noted, and the one that serves is rolled back on
 * alarm. A pinned version is left alone.
 */
@ApplicationScoped
class PromotionJob {
  private static final Logger LOG = Logger.getLogger(PromotionJob.class);

  /** Which look into their folder at the usual priority of an observer. */
  private static final int AFTER_MODELS = Interceptor.Priority.APPLICATION + 600;

  private final AgroalDataSource database;
  private final Models models;
  private final PromotionSettings settings;
  private final ModelSettings model;
  private final History history;

  PromotionJob(
      AgroalDataSource database,
      Models models,
      PromotionSettings settings,
      ModelSettings model,
      Clock clock) {
    this.database = database;
    this.models = models;
    this.settings = settings;
    this.model = model;
    this.history = new History(database, clock);
  }

  /** A setting that makes no sense is told at the start, not with the first candidate. */
  void start(@Observes @Priority(AFTER_MODELS) StartupEvent event) {
    var unusedGate = new Gate(settings.gate());
    var unusedAlarm = new Alarm(settings.alarm());
    watch();
  }

  @Scheduled(
      every = "{whetstone.promotion.every}",
      delayed = "{whetstone.promotion.every}",
      concurrentExecution = SKIP)
  void watch() {
    if (!settings.enabled() || model.stepVerifierVersion().isPresent()) return;
    history.enrol(model.stepVerifier(), versions());
    if (settings.alarm().enabled()) listen(model.stepVerifier());
  }

  private void listen(String verifier) {
    Optional<String> serving = history.serving(verifier);
    new Verdicts(database)
        .alarm(history, verifier, settings.alarm())
        .ifPresent(reason -> rollBack(verifier, serving, reason));
  }

  private void rollBack(String verifier, Optional<String> serving, String reason) {
    LOG.warn(history.rollBack(verifier, serving, "alarm", reason) + ": " + reason);
  }

  /** Of the folder as of the models' last look, the newest last. */
  private List<String> versions() {
    return models.views().stream()
        .filter(view -> view.name().equals(model.stepVerifier()))
        .filter(view -> view.state() != ModelView.State.REFUSED)
        .map(ModelView::version)
        .toList();
  }
}
