package dev.whetstone.training.retraining;

import static io.quarkus.scheduler.Scheduled.ConcurrentExecution.SKIP;

import dev.whetstone.model.host.Placement;
import dev.whetstone.model.serve.ModelSettings;
import dev.whetstone.rollout.DatabaseFault;
import dev.whetstone.training.promotion.Leader;
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
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.eclipse.microprofile.config.Config;
import org.jboss.logging.Logger;

/**
 * Begins a retraining when it is due, and keeps a {@link Worker}'s process at work while there is
 * something to train or to measure, where no other server does.
 */
@ApplicationScoped
class RetrainingJob {
  private static final Logger LOG = Logger.getLogger(RetrainingJob.class);
  private static final int STOP_SECONDS = 5;

  private final AgroalDataSource database;
  private final Retrainer retrainer;
  private final RetrainingSettings settings;
  private final PromotionSettings promotion;
  private final ModelSettings model;
  private final Program program;
  private final Retrainings retrainings;
  private final Work work;
  private Optional<Process> process = Optional.empty();
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
  }

  @Scheduled(
      every = "{whetstone.promotion.every}",
      delayed = "{whetstone.promotion.every}",
      concurrentExecution = SKIP)
  synchronized void look() {
    boolean off = !promotion.enabled() || model.stepVerifierVersion().isPresent();
    if (off || stopping || process.filter(Process::isAlive).isPresent()) return;
    try {
      if (process.isPresent()) settle(process.get());
      process = Optional.empty();
      begin();
      if (!Leader.isThere(database, model.stepVerifier()) && isWork()) process = start();
      trouble = "";
    } catch (InvalidRecipe e) {
      warn(settings.recipe() + ": " + e.getMessage());
    } catch (IOException | SQLException | DatabaseFault e) {
      warn("nothing is trained or measured: " + e.getMessage());
    }
  }

  /** What ends with a fault is tried again, from its last checkpoint. */
  private void settle(Process ended) throws IOException {
    if (ended.exitValue() == 0 || ended.exitValue() == Worker.NOT_NOW) return;
    Optional<Retraining> open = retrainings.open(model.stepVerifier());
    String fault =
        "its process ended with %d: %s"
            .formatted(
                ended.exitValue(),
                open.map(one -> String.join("", work.tail(one.id(), 1))).orElse("see above"));
    LOG.warn(fault);
    if (open.isPresent() && !retrainings.stumbled(open.get().id(), settings.faults(), fault))
      Work.remove(work.folder(open.get().id()));
  }

  private void begin() throws InvalidRecipe {
    retrainer
        .begin()
        .ifPresent(
            begun -> LOG.infof("a retraining of %s begins: %s", begun.start(), begun.reason()));
  }

  private boolean isWork() throws SQLException {
    return retrainings.open(model.stepVerifier()).isPresent()
        || Trial.of(
                database,
                model.stepVerifier(),
                promotion,
                model.folder(),
                Placement.parse(model.placement()),
                judged -> {})
            .due()
            .isPresent();
  }

  private Optional<Process> start() throws IOException {
    Optional<Retraining> open = retrainings.open(model.stepVerifier());
    List<String> arguments =
        List.of(
            "retrain",
            model.stepVerifier(),
            "--models",
            model.folder().toString(),
            "--device",
            model.placement(),
            "--until-input-ends");
    return Optional.of(
        program.start(arguments, open.isPresent() ? log(open.get()) : Redirect.INHERIT));
  }

  private Redirect log(Retraining retraining) throws IOException {
    Path log = work.log(retraining.id());
    Files.createDirectories(log.getParent());
    return Redirect.appendTo(log.toFile());
  }

  private void warn(String line) {
    if (!trouble.equals(line)) LOG.warn(line);
    trouble = line;
  }

  /** What it was at goes on after the next start. */
  synchronized void stop(@Observes ShutdownEvent event) throws InterruptedException {
    stopping = true;
    if (process.isEmpty()) return;
    process.get().destroy();
    if (!process.get().waitFor(STOP_SECONDS, TimeUnit.SECONDS)) process.get().destroyForcibly();
  }
}
