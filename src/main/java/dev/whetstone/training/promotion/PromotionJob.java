package dev.whetstone.training.promotion;

import static io.quarkus.scheduler.Scheduled.ConcurrentExecution.SKIP;

import dev.whetstone.model.host.Placement;
import dev.whetstone.model.host.Refused;
import dev.whetstone.model.serve.ModelSettings;
import dev.whetstone.model.serve.ModelView;
import dev.whetstone.model.serve.Models;
import io.agroal.api.AgroalDataSource;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.sql.SQLException;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import org.jboss.logging.Logger;

/**
 * What is done by the clock: new versions are noted and measured, by one replica at a time, and the
 * one that serves is rolled back on alarm. A pinned version is left alone.
 */
@ApplicationScoped
class PromotionJob {
  private static final Logger LOG = Logger.getLogger(PromotionJob.class);

  private final AgroalDataSource database;
  private final Models models;
  private final PromotionSettings settings;
  private final ModelSettings model;
  private final Clock clock;
  private final History history;
  private final ReentrantLock measuring = new ReentrantLock();
  private volatile boolean stopping;

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
    this.clock = clock;
    this.history = new History(database, clock);
  }

  /** The server stops: the candidate is measured again after its next start. */
  private static final class Stopped extends RuntimeException {
    private static final long serialVersionUID = 1;
  }

  /** A setting that makes no sense is told at the start, not with the first candidate. */
  void start(@Observes StartupEvent event) {
    var unusedGate = new Gate(settings.gate());
    var unusedAlarm = new Alarm(settings.alarm());
  }

  @Scheduled(
      every = "{whetstone.promotion.every}",
      delayed = "{whetstone.promotion.every}",
      concurrentExecution = SKIP)
  void measure() {
    if (!isAtWork()) return;
    history.enrol(model.stepVerifier(), versions());
    measuring.lock();
    try (Leader leader = Leader.of(database, model.stepVerifier()).orElse(null)) {
      if (leader != null) trial().next().ifPresent(this::tell);
    } catch (Stopped e) {
      LOG.info("a candidate's trial is broken off: the server stops");
    } catch (Refused | SQLException e) {
      LOG.warnf("no candidate is measured: %s", e.getMessage());
    } finally {
      measuring.unlock();
    }
  }

  @Scheduled(
      every = "{whetstone.promotion.every}",
      delayed = "{whetstone.promotion.every}",
      concurrentExecution = SKIP)
  void watch() {
    if (!isAtWork() || !settings.alarm().enabled()) return;
    String verifier = model.stepVerifier();
    Optional<String> serving = history.serving(verifier);
    new Verdicts(database)
        .alarm(history, verifier, settings.alarm())
        .ifPresent(reason -> rollBack(verifier, serving, reason));
  }

  private void rollBack(String verifier, Optional<String> serving, String reason) {
    LOG.warn(history.rollBack(verifier, serving, "alarm", reason) + ": " + reason);
  }

  private boolean isAtWork() {
    return settings.enabled() && model.stepVerifierVersion().isEmpty() && !stopping;
  }

  /** Of the folder as of the models' last look, the newest last. */
  private List<String> versions() {
    return models.views().stream()
        .filter(view -> view.name().equals(model.stepVerifier()))
        .filter(view -> view.state() != ModelView.State.REFUSED)
        .map(ModelView::version)
        .toList();
  }

  private Trial trial() {
    HostedBench bench =
        new HostedBench(
            model.folder().resolve(model.stepVerifier()),
            Placement.parse(model.placement()),
            settings.batchTokens());
    return new Trial(
        database, model.stepVerifier(), settings, bench, clock, judged -> requireRunning());
  }

  private void requireRunning() {
    if (stopping) throw new Stopped();
  }

  private void tell(String version) {
    LOG.infof(
        "%s@%s was measured: /api/v1/verifiers/%s/versions says what came of it",
        model.stepVerifier(), version, model.stepVerifier());
  }

  /** The engine must not be at work when the process ends. */
  void stop(@Observes ShutdownEvent event) throws InterruptedException {
    stopping = true;
    if (measuring.tryLock(model.lastBatch().toMillis(), TimeUnit.MILLISECONDS)) measuring.unlock();
  }
}
