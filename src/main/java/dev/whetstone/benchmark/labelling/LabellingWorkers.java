package dev.whetstone.benchmark.labelling;

import dev.whetstone.benchmark.label.Labelled;
import dev.whetstone.model.remote.Role;
import dev.whetstone.rollout.DatabaseFault;
import dev.whetstone.rollout.Sql;
import dev.whetstone.verify.proof.MetaJudge;
import dev.whetstone.verify.proof.ProofJudges;
import io.agroal.api.AgroalDataSource;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import javax.sql.DataSource;
import org.jboss.logging.Logger;

/**
 * Takes up open proofs, so many at once, each until its label or its next rest. Any number of
 * servers may do so on one database: a proof is in the hand of one, as long as that one shows signs
 * of life.
 */
@ApplicationScoped
class LabellingWorkers {
  private static final Logger LOG = Logger.getLogger(LabellingWorkers.class);
  private static final Duration LAST_WORDS = Duration.ofSeconds(5);
  private static final int SIGNS_IN_A_LEASE = 3;

  private final DataSource database;
  private final LabellingSettings settings;
  private final Clock clock;
  private final Posteriors posteriors;
  private final Optional<Examiners> examiners;
  private final Semaphore turns;

  /** By who holds it. */
  private final Map<UUID, UUID> held = new ConcurrentHashMap<>();

  private final ExecutorService workers = Executors.newVirtualThreadPerTaskExecutor();

  @Inject
  LabellingWorkers(
      AgroalDataSource database,
      LabellingSettings settings,
      Clock clock,
      Posteriors posteriors,
      ProofJudges judges) {
    this((DataSource) database, settings, clock, posteriors, examiners(judges, settings));
  }

  LabellingWorkers(
      DataSource database,
      LabellingSettings settings,
      Clock clock,
      Posteriors posteriors,
      Optional<Examiners> examiners) {
    Labelled.requireSetName(settings.set());
    requireSome(settings.workers());
    requireTime("lease", settings.lease());
    requireTime("idle", settings.idle());
    requireTime("backoff", settings.backoff());
    requireTime("longest-backoff", settings.longestBackoff());
    requireTime("patience", settings.patience());
    requireTime("refit-every", settings.refitEvery());
    this.database = database;
    this.settings = settings;
    this.clock = clock;
    this.posteriors = posteriors;
    this.examiners = examiners;
    turns = new Semaphore(settings.workers());
  }

  private static void requireSome(int workers) {
    if (workers < 1)
      throw new IllegalArgumentException(
          "whetstone.labelling.workers is at least 1, not " + workers);
  }

  private static void requireTime(String name, Duration time) {
    if (!time.isPositive())
      throw new IllegalArgumentException(
          "whetstone.labelling." + name + " is above 0, not " + time);
  }

  private static Optional<Examiners> examiners(ProofJudges judges, LabellingSettings settings) {
    Optional<MetaJudge> meta = judges.ofAnalyses();
    return judges
        .of(Role.VERIFIER)
        .filter(verifier -> meta.isPresent())
        .map(
            verifier ->
                new Examiners(verifier, meta.get(), settings.confirmsFrom(), settings.patience()));
  }

  void start(@Observes StartupEvent event) {
    examiners.ifPresent(
        who -> {
          workers.execute(() -> claimAll(who));
          workers.execute(this::showSignsOfLife);
        });
  }

  /** What is in hand is laid down, for others to take up at once. */
  void stop(@Observes ShutdownEvent event) {
    workers.shutdownNow();
    try {
      if (!workers.awaitTermination(LAST_WORDS.toMillis(), TimeUnit.MILLISECONDS))
        LOG.warn("labellings are still in hand; others go on with them after their lease");
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void claimAll(Examiners who) {
    try {
      while (true) {
        turns.acquire();
        Optional<Claim> claim = claim();
        if (claim.isPresent()) takeUp(who, claim.get());
        else {
          turns.release();
          Thread.sleep(settings.idle());
        }
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void takeUp(Examiners who, Claim claim) {
    try {
      workers.execute(() -> work(who, claim));
    } catch (RejectedExecutionException stops) {
      layDown(claim, stops);
      Thread.currentThread().interrupt();
    }
  }

  private Optional<Claim> claim() {
    try {
      UUID holder = UUID.randomUUID();
      return Sql.transaction(database, c -> LabellingTable.claim(c, holder, settings.lease()));
    } catch (RuntimeException e) {
      if (!Thread.currentThread().isInterrupted()) LOG.warn("no labelling could be claimed", e);
      return Optional.empty();
    }
  }

  private void work(Examiners who, Claim claim) {
    held.put(claim.holder(), claim.id());
    try {
      new Examination(database, settings, clock, posteriors, who, claim).run();
    } catch (Examination.Interrupted e) {
      LOG.debugf("labelling %s stops: %s", claim.id(), e.getMessage());
    } catch (RuntimeException e) {
      layDown(claim, e);
    } finally {
      held.remove(claim.holder());
      turns.release();
    }
  }

  /** At a stop, for others to take up at once; after a fault of ours, for a while. */
  private void layDown(Claim claim, RuntimeException why) {
    boolean stops = Thread.interrupted(); // cleared, else the database would not be asked
    if (!stops) LOG.errorf(why, "labelling %s failed", claim.id());
    Duration rest = stops ? Duration.ZERO : settings.longestBackoff();
    try {
      Sql.transaction(
          database,
          c -> {
            LabellingTable.rest(c, claim, rest);
            return claim;
          });
    } catch (DatabaseFault e) {
      LOG.debugf(e, "labelling %s goes on after its lease", claim.id());
    }
  }

  private void showSignsOfLife() {
    try {
      while (true) {
        Thread.sleep(settings.lease().dividedBy(SIGNS_IN_A_LEASE));
        renew();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void renew() {
    if (held.isEmpty()) return;
    try {
      Sql.transaction(
          database,
          c -> {
            LabellingTable.renew(c, held, settings.lease());
            return held;
          });
    } catch (RuntimeException e) {
      LOG.warn("no sign of life could be given for the labellings in hand", e);
    }
  }
}
