package dev.whetstone.training.retraining;

import static io.quarkus.scheduler.Scheduled.ConcurrentExecution.SKIP;

import dev.whetstone.benchmark.label.Labels;
import dev.whetstone.model.host.Placement;
import dev.whetstone.model.serve.ModelSettings;
import dev.whetstone.rollout.DatabaseFault;
import dev.whetstone.rollout.Leader;
import dev.whetstone.training.promotion.Candidacy;
import dev.whetstone.training.promotion.History;
import dev.whetstone.training.promotion.PromotionSettings;
import dev.whetstone.training.promotion.Trial;
import dev.whetstone.training.recipe.InvalidRecipe;
import io.agroal.api.AgroalDataSource;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.config.Config;
import org.jboss.logging.Logger;

/**
 * Begins a retraining when it is due, and keeps a {@link Worker}'s process at work while there is
 * something to train or to measure, where no other server does.
 */
@ApplicationScoped
class RetrainingJob {
  private static final Logger LOG = Logger.getLogger(RetrainingJob.class);

  private final AgroalDataSource database;
  private final Retrainer retrainer;
  private final RetrainingSettings settings;
  private final PromotionSettings promotion;
  private final ModelSettings model;
  private final Program program;
  private final Retrainings retrainings;
  private final Work work;
  private final Candidacy candidacy;
  private final History history;
  private final Clock clock;
  private final Rest rest = new Rest();
  private Optional<Attempt> attempt = Optional.empty();
  private Optional<Asked> waiting = Optional.empty();
  private String trouble = "";
  private boolean stopping;

  RetrainingJob(
      AgroalDataSource database,
      Retrainer retrainer,
      RetrainingSettings settings,
      PromotionSettings promotion,
      ModelSettings model,
      Config config,
      Clock clock) {
    this.database = database;
    this.retrainer = retrainer;
    this.settings = settings;
    this.promotion = promotion;
    this.model = model;
    this.program = new Program(config, settings.heap(), settings.niceness());
    this.retrainings = new Retrainings(database, clock);
    this.work = Work.of(model.folder(), model.stepVerifier());
    this.candidacy = new Candidacy(database, clock);
    this.history = new History(database, clock);
    this.clock = clock;
  }

  /** When it was said that a candidate cannot be measured yet. */
  private record Asked(String candidate, long newestLabel, Instant hour) {}

  @Scheduled(
      every = "{whetstone.promotion.every}",
      delayed = "{whetstone.promotion.every}",
      concurrentExecution = SKIP)
  synchronized void look() {
    boolean off = !promotion.enabled() || model.stepVerifierVersion().isPresent();
    if (off || stopping) return;
    try {
      if (attempt.isPresent() && attempt.get().isAlive()) {
        listen(attempt.get());
        return;
      }
      if (attempt.isPresent()) settle(attempt.get());
      attempt = Optional.empty();
      begin();
      if (settings.worker() && rest.isOver() && !Leader.isThere(database, model.stepVerifier()))
        attempt = start();
      trouble = "";
    } catch (InvalidRecipe e) {
      warn(settings.recipe() + ": " + e.getMessage());
    } catch (IOException | SQLException | DatabaseFault e) {
      warn("nothing is trained or measured: " + e.getMessage());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** One that hangs would be waited for without end: what it tells is its sign of life. */
  private void listen(Attempt going) throws IOException, InterruptedException {
    if (!going.isSilent(settings.silence(), clock.instant())) return;
    LOG.warnf("stopped: it told nothing for %s in %s", settings.silence(), going.log());
    going.stop();
  }

  /** What ends with a fault is tried again, a retraining from its last checkpoint: not forever. */
  private void settle(Attempt ended) throws IOException {
    if (ended.isFault()) stumble(ended.end());
    rest.after(ended.isDone());
  }

  private void stumble(String fault) throws IOException {
    LOG.warn(fault);
    Optional<Retraining> open = retrainings.open(model.stepVerifier());
    if (open.isEmpty()) candidacy.stumbled(model.stepVerifier(), promotion.faults(), fault);
    else if (!retrainings.stumbled(open.get().id(), settings.faults(), fault))
      Work.remove(work.folder(open.get().id()));
  }

  private void begin() throws InvalidRecipe {
    retrainer
        .begin()
        .ifPresent(
            begun -> LOG.infof("a retraining of %s begins: %s", begun.start(), begun.reason()));
  }

  /** Nothing where there is nothing to do. */
  private Optional<Attempt> start() throws IOException, SQLException {
    Optional<Path> log = retrainings.open(model.stepVerifier()).map(one -> work.log(one.id()));
    if (log.isEmpty()) log = due().map(work::log);
    if (log.isEmpty()) return Optional.empty();
    Files.createDirectories(log.get().getParent());
    Process process = program.start(arguments(), Redirect.appendTo(log.get().toFile()));
    LOG.infof("%s is trained or measured: %s", model.stepVerifier(), log.get());
    return Optional.of(new Attempt(process, log.get(), clock.instant()));
  }

  /**
   * What a candidate waits for is looked for again once there are other labels, and each hour: two
   * transactions that add labels may end in another order than their serial numbers have.
   */
  private Optional<String> due() throws SQLException {
    Optional<String> candidate = history.candidate(model.stepVerifier());
    if (candidate.isEmpty()) return candidate;
    Asked now =
        new Asked(
            candidate.get(),
            new Labels(database).newest(),
            clock.instant().truncatedTo(ChronoUnit.HOURS));
    if (waiting.filter(now::equals).isPresent()) return Optional.empty();
    Optional<String> due = trial().due();
    waiting = due.isPresent() ? Optional.empty() : Optional.of(now);
    return due;
  }

  private Trial trial() {
    return Trial.of(
        database,
        model.stepVerifier(),
        promotion,
        model.folder(),
        Placement.parse(model.placement()),
        judged -> {});
  }

  private List<String> arguments() {
    return List.of(
        "retrain",
        model.stepVerifier(),
        "--models",
        model.folder().toString(),
        "--device",
        model.placement(),
        "--until-input-ends");
  }

  private void warn(String line) {
    if (!trouble.equals(line)) LOG.warn(line);
    trouble = line;
  }

  /** What it was at goes on after the next start. */
  synchronized void stop(@Observes ShutdownEvent event) throws InterruptedException {
    stopping = true;
    if (attempt.isPresent()) attempt.get().stop();
  }
}
