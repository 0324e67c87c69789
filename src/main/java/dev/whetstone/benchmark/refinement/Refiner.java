package dev.whetstone.benchmark.refinement;

import static io.quarkus.scheduler.Scheduled.ConcurrentExecution.SKIP;

import dev.whetstone.benchmark.refinement.RefinementTable.Row;
import dev.whetstone.model.remote.Role;
import dev.whetstone.rollout.Sql;
import dev.whetstone.verify.proof.Formatted;
import dev.whetstone.verify.proof.ProofJudge;
import dev.whetstone.verify.proof.ProofJudge.Draws;
import dev.whetstone.verify.proof.ProofJudges;
import dev.whetstone.verify.proof.Reply;
import dev.whetstone.verify.proof.SelfEvaluated;
import io.agroal.api.AgroalDataSource;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import javax.sql.DataSource;
import org.jboss.logging.Logger;

/**
 * The server's own refiner, which answers where it is asked to; several problems at once, so that
 * one whose answers hang holds up no other. Killed anywhere, another server goes on after the
 * lease, and an attempt that is there already is not made again.
 */
@ApplicationScoped
class Refiner {
  private static final Logger LOG = Logger.getLogger(Refiner.class);
  private static final Duration LAST_WORDS = Duration.ofSeconds(5);

  private final DataSource database;
  private final Refinements refinements;
  private final RefinementLimits limits;
  private final Optional<ProofJudge> refiner;
  private final Semaphore turns;
  private final ExecutorService workers = Executors.newVirtualThreadPerTaskExecutor();

  @Inject
  Refiner(
      AgroalDataSource database,
      Refinements refinements,
      RefinementLimits limits,
      ProofJudges judges) {
    this((DataSource) database, refinements, limits, judges.of(Role.REFINER));
  }

  Refiner(
      DataSource database,
      Refinements refinements,
      RefinementLimits limits,
      Optional<ProofJudge> refiner) {
    if (limits.workers() < 1)
      throw new IllegalArgumentException(
          "whetstone.refinement.workers is at least 1, not " + limits.workers());
    this.database = database;
    this.refinements = refinements;
    this.limits = limits;
    this.refiner = refiner;
    turns = new Semaphore(limits.workers());
  }

  /** Returns at once; whoever finds work calls the next one. */
  @Scheduled(every = "{whetstone.refinement.every}", concurrentExecution = SKIP)
  void refine() {
    if (refiner.isPresent() && turns.tryAcquire()) workers.execute(this::work);
  }

  /** What is in hand is laid down, for others to take up at once. */
  void stop(@Observes ShutdownEvent event) {
    workers.shutdownNow();
    try {
      if (!workers.awaitTermination(LAST_WORDS.toMillis(), TimeUnit.MILLISECONDS))
        LOG.warn("refinements are still in hand; others go on with them after their lease");
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void work() {
    try {
      Optional<Row> next = claim();
      while (next.isPresent()) {
        refine();
        answer(next.get());
        next = claim();
      }
    } catch (RuntimeException e) {
      if (!workers.isShutdown()) LOG.warn("a refinement goes on after its lease", e);
    } finally {
      turns.release();
    }
  }

  private Optional<Row> claim() {
    if (workers.isShutdown()) return Optional.empty();
    return Sql.transaction(
        database, c -> RefinementTable.claimToRefine(c, limits.patience().multipliedBy(2)));
  }

  private void answer(Row row) {
    List<Attempt> attempts = Sql.snapshot(database, c -> AttemptTable.list(c, row.id()));
    boolean answered = answerAll(row, Refinements.standing(row, attempts).wanted());
    // cleared, else the database would not be asked; who was interrupted may have cleared it before
    boolean stops = Thread.interrupted() || workers.isShutdown();
    Duration rest = answered || stops ? Duration.ZERO : limits.rest();
    Sql.transaction(
        database,
        c -> {
          RefinementTable.asked(c, row, !answered, rest);
          return row;
        });
  }

  private boolean answerAll(Row row, List<Wanted> wanted) {
    List<CompletableFuture<Boolean>> answers =
        wanted.stream()
            .map(ask -> CompletableFuture.supplyAsync(() -> isAnswered(row, ask), workers))
            .toList();
    return answers.stream().filter(answer -> !answer.join()).count() == 0;
  }

  private boolean isAnswered(Row row, Wanted wanted) {
    try {
      return wanted.parent().isEmpty() || answer(row, wanted, wanted.parent().get());
    } catch (RuntimeException e) {
      LOG.errorf(e, "attempt %d of refinement %s failed", wanted.number(), row.id());
      return false;
    }
  }

  private boolean answer(Row row, Wanted wanted, Attempt parent) {
    Critique earlier = Sql.snapshot(database, c -> Critique.of(c, row.id(), parent));
    List<String> evaluations =
        wanted.evaluations(row.id(), earlier, row.what().plan().analysesPerAsk());
    Draws draws = new Draws(wanted.number(), 1, limits.patience());
    return keep(
        row,
        wanted,
        refiner.orElseThrow().refine(earlier.solution(), evaluations, draws).getFirst());
  }

  /** What it says is its own loss; that it says nothing is ours. */
  private boolean keep(Row row, Wanted wanted, Reply<SelfEvaluated> reply) {
    Formatted<SelfEvaluated> read =
        switch (reply) {
          case Reply.Judged<SelfEvaluated>(SelfEvaluated said) -> new Formatted.Kept<>(said);
          case Reply.Unjudged<SelfEvaluated>(Reply.Why why, String detail) ->
              why == Reply.Why.UNANSWERED || why == Reply.Why.REFUSED
                  ? null
                  : new Formatted.Broken<>(detail);
        };
    if (read == null) return false;
    try {
      String response =
          read instanceof Formatted.Kept<SelfEvaluated>(var said) ? said.solution() : "";
      refinements.attempt(row.id(), wanted.number(), response, read);
    } catch (Refused e) {
      LOG.debugf("%s: another server was quicker", e.getMessage());
    }
    return true;
  }
}
