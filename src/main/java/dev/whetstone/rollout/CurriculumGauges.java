package dev.whetstone.rollout;

import static io.quarkus.scheduler.Scheduled.ConcurrentExecution.SKIP;

import io.agroal.api.AgroalDataSource;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.MultiGauge;
import io.micrometer.core.instrument.Tags;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.function.ToDoubleFunction;

/**
 * How the families stand in all runs that go on, as the database has it: every replica tells the
 * same.
 */
@ApplicationScoped
class CurriculumGauges {
  private static final String FAMILIES =
      """
      SELECT family, sum(groups), sum(usable), sum(rollouts), sum(passed)
      FROM cell JOIN run ON run.id = cell.run_id
      WHERE finished_at IS NULL
      GROUP BY family
      """;

  private final AgroalDataSource database;
  private final MultiGauge groups;
  private final MultiGauge usable;
  private final MultiGauge passed;

  private record Family(
      String name, double groups, double usable, double rollouts, double passed) {}

  CurriculumGauges(AgroalDataSource database, MeterRegistry registry) {
    this.database = database;
    groups =
        MultiGauge.builder("whetstone.curriculum.groups")
            .description("groups learned from, in runs that go on")
            .register(registry);
    usable =
        MultiGauge.builder("whetstone.curriculum.usable.ratio")
            .description("share of them that were neither all right nor all wrong")
            .register(registry);
    passed =
        MultiGauge.builder("whetstone.curriculum.pass.ratio")
            .description("share of their candidates that were right")
            .register(registry);
  }

  @Scheduled(every = "{whetstone.rollout.gauges}", concurrentExecution = SKIP)
  void look() {
    List<Family> families =
        Sql.transaction(
            database,
            connection ->
                Sql.list(
                    connection,
                    FAMILIES,
                    row ->
                        new Family(
                            row.getString(1),
                            row.getDouble(2),
                            row.getDouble(3),
                            row.getDouble(4),
                            row.getDouble(5))));
    tell(groups, families, Family::groups);
    tell(usable, families, family -> family.usable / family.groups);
    tell(passed, families, family -> family.passed / family.rollouts);
  }

  private static void tell(
      MultiGauge gauge, List<Family> families, ToDoubleFunction<Family> value) {
    gauge.register(
        families.stream()
            .map(
                family ->
                    MultiGauge.Row.of(Tags.of("family", family.name), value.applyAsDouble(family)))
            .toList(),
        true);
  }
}
