package dev.whetstone.benchmark.review;

import static io.quarkus.scheduler.Scheduled.ConcurrentExecution.SKIP;

import dev.whetstone.rollout.Sql;
import io.agroal.api.AgroalDataSource;
import io.quarkus.runtime.StartupEvent;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.List;
import java.util.random.RandomGenerator;

/** What is done by the clock: items are drawn when few are left, and gold is taken. */
@ApplicationScoped
class Routing {
  private final AgroalDataSource database;
  private final ReviewRules rules;
  private final Clock clock;
  private final RandomGenerator random = new SecureRandom();

  Routing(AgroalDataSource database, ReviewRules rules, Clock clock) {
    this.database = database;
    this.rules = rules;
    this.clock = clock;
  }

  /** A rule that makes no sense is told at the start, not with the first draw. */
  void start(@Observes StartupEvent event) {
    RuleBounds.require(rules);
  }

  @Scheduled(every = "{whetstone.review.draw-every}", concurrentExecution = SKIP)
  void draw() {
    Sql.transaction(database, c -> new Draws(c, rules, clock.instant(), random).draw());
  }

  @Scheduled(every = "1h", delayed = "5s", concurrentExecution = SKIP)
  void takeGold() {
    List<String> sets = rules.goldSets().orElse(List.of());
    if (sets.isEmpty()) return;
    Sql.transaction(
        database, c -> ItemTable.takeGold(c, sets, rules.goldItems() / 2, clock.instant()));
  }
}
