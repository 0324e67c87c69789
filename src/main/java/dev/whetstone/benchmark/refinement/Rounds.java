package dev.whetstone.benchmark.refinement;

import static io.quarkus.scheduler.Scheduled.ConcurrentExecution.SKIP;

import dev.whetstone.benchmark.refinement.RefinementTable.Row;
import dev.whetstone.rollout.Sql;
import io.agroal.api.AgroalDataSource;
import io.quarkus.scheduler.Scheduled;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;

/**
 * Looks at problems whose attempts are all judged: those that are through are ended, and of the
 * others it is noted which are the server's own refiner's to answer. Nobody is asked here.
 */
@ApplicationScoped
class Rounds {
  private final DataSource database;
  private final RefinementLimits limits;
  private final Clock clock;

  @Inject
  Rounds(AgroalDataSource database, RefinementLimits limits, Clock clock) {
    this((DataSource) database, limits, clock);
  }

  Rounds(DataSource database, RefinementLimits limits, Clock clock) {
    this.database = database;
    this.limits = limits;
    this.clock = clock;
  }

  @Scheduled(every = "{whetstone.refinement.every}", concurrentExecution = SKIP)
  @RunOnVirtualThread
  void look() {
    Optional<Row> next = claim();
    while (next.isPresent()) {
      Row row = next.get();
      Sql.transaction(database, c -> look(c, row));
      next = claim();
    }
  }

  private Optional<Row> claim() {
    return Sql.transaction(database, c -> RefinementTable.claimJudged(c, limits.rest()));
  }

  private Row look(Connection c, Row row) throws SQLException {
    List<Attempt> attempts = AttemptTable.list(c, row.id());
    Standing standing = Refinements.standing(row, attempts);
    if (standing.isEnded()) RefinementTable.end(c, row.id(), clock.instant());
    RefinementTable.looked(c, row.id(), attempts.size(), isToRefine(row, standing));
    return row;
  }

  /** The first attempts are the caller's. */
  private static boolean isToRefine(Row row, Standing standing) {
    return row.what().plan().refiner()
        && standing.wanted().stream().anyMatch(wanted -> wanted.parent().isPresent());
  }
}
