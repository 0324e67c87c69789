package dev.whetstone.benchmark.refinement;

import static io.quarkus.scheduler.Scheduled.ConcurrentExecution.SKIP;

import dev.whetstone.benchmark.labelling.Labellings;
import dev.whetstone.benchmark.refinement.RefinementTable.Row;
import dev.whetstone.model.Derivation;
import dev.whetstone.model.remote.Role;
import dev.whetstone.rollout.Sql;
import dev.whetstone.verify.proof.Formatted;
import dev.whetstone.verify.proof.ProofJudge;
import dev.whetstone.verify.proof.ProofJudge.Draws;
import dev.whetstone.verify.proof.ProofJudges;
import dev.whetstone.verify.proof.Reply;
import dev.whetstone.verify.proof.SelfEvaluated;
import io.agroal.api.AgroalDataSource;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import javax.sql.DataSource;
import org.jboss.logging.Logger;

/**
 * Goes on with problems whose attempts are all judged: those that are through are ended, and the
 * server's own refiner answers where it is asked to. Killed anywhere, another server goes on after
 * the lease, and an attempt that is there already is not made again.
 */
@ApplicationScoped
class Refiner {
  private static final Logger LOG = Logger.getLogger(Refiner.class);

  private final DataSource database;
  private final Refinements refinements;
  private final RefinementLimits limits;
  private final Clock clock;
  private final Optional<ProofJudge> refiner;

  @Inject
  Refiner(
      AgroalDataSource database,
      Refinements refinements,
      RefinementLimits limits,
      Clock clock,
      ProofJudges judges) {
    this(database, refinements, limits, clock, judges.of(Role.REFINER));
  }

  Refiner(
      DataSource database,
      Refinements refinements,
      RefinementLimits limits,
      Clock clock,
      Optional<ProofJudge> refiner) {
    this.database = database;
    this.refinements = refinements;
    this.limits = limits;
    this.clock = clock;
    this.refiner = refiner;
  }

  @Scheduled(every = "{whetstone.refinement.every}", concurrentExecution = SKIP)
  void goOn() {
    Optional<Row> next = claim();
    while (next.isPresent()) {
      goOn(next.get());
      next = claim();
    }
  }

  private Optional<Row> claim() {
    return Sql.transaction(
        database, c -> RefinementTable.claim(c, limits.patience().multipliedBy(2)));
  }

  private void goOn(Row row) {
    List<Attempt> attempts = Sql.snapshot(database, c -> AttemptTable.list(c, row.id()));
    Standing standing = Refinements.standing(row, attempts);
    boolean answered = row.what().plan().refiner() && refiner.isPresent();
    boolean failed = answered && !answerAll(row, standing.wanted());
    Sql.transaction(
        database,
        c -> {
          if (standing.isEnded()) RefinementTable.end(c, row.id(), clock.instant());
          int seen = failed ? 0 : attempts.size();
          RefinementTable.rest(c, row.id(), seen, failed ? limits.rest() : Duration.ZERO);
          return row;
        });
  }

  private boolean answerAll(Row row, List<Wanted> wanted) {
    try (ExecutorService all = Executors.newVirtualThreadPerTaskExecutor()) {
      List<CompletableFuture<Boolean>> answers =
          wanted.stream()
              .map(ask -> CompletableFuture.supplyAsync(() -> answer(row, ask), all))
              .toList();
      return answers.stream().filter(answer -> !answer.join()).count() == 0;
    }
  }

  /** Whether that is done; the first attempts are the caller's. */
  private boolean answer(Row row, Wanted wanted) {
    if (wanted.parent().isEmpty()) return true;
    List<String> evaluations = wanted.evaluations(row.id(), row.what().plan().analysesPerAsk());
    Derivation earlier =
        Sql.snapshot(
            database, c -> Labellings.proof(c, wanted.parent().get().labelling().orElseThrow()));
    Draws draws = new Draws(wanted.number(), 1, limits.patience());
    return keep(row, wanted, refiner.orElseThrow().refine(earlier, evaluations, draws).getFirst());
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
