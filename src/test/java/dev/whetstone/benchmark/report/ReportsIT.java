package dev.whetstone.benchmark.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.whetstone.benchmark.Metrics;
import dev.whetstone.benchmark.metric.Estimate;
import dev.whetstone.benchmark.report.Reports.Headline;
import dev.whetstone.benchmark.report.page.Page;
import dev.whetstone.cli.TestDatabase;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Reports in a PostgreSQL of their own. */
class ReportsIT {
  private static final Instant NOON = Instant.parse("2026-01-02T12:00:00Z");

  @RegisterExtension static final TestDatabase DATABASE = new TestDatabase();

  private static Reports reports;

  @BeforeAll
  static void open() {
    reports = new Reports(DATABASE.source());
  }

  @Test
  void aReportIsReadAsItWasKept() throws SQLException {
    Report report = ReportTest.report();
    reports.save(report);
    assertEquals(Optional.of(report), reports.find(report.id()));
    assertEquals(Optional.empty(), reports.find(new UUID(9, 9)));
  }

  @Test
  void reportsAreListedByModelTheNewestFirst() throws SQLException {
    Report old = save("listed@1", NOON);
    Report young = save("listed@2", NOON.plusSeconds(60));
    save("listed-not@1", NOON.plusSeconds(120));

    assertEquals(List.of(young.id(), old.id()), ids(reports.list(Optional.of("listed"), 10)));
    assertEquals(List.of(old.id()), ids(reports.list(Optional.of("listed@1"), 10)));
    assertEquals(List.of(young.id()), ids(reports.list(Optional.of("listed"), 1)));
    assertEquals(List.of(), reports.list(Optional.of("liste_"), 10));
  }

  @Test
  void theHeadlineIsTheReports() throws SQLException {
    Report report = save("headline@1", NOON);
    Headline headline = reports.list(Optional.of("headline@1"), 1).getFirst();
    Scorecard card = report.verifier();
    assertEquals(
        new Headline(
            report.id(),
            "headline@1",
            NOON,
            List.of("one", "two", "steps"),
            report.dataSha256(),
            61,
            1,
            card.meanF1().map(Estimate::value),
            card.meanStepAuc().map(Estimate::value),
            card.all().solutionAccuracy().map(Estimate::value),
            report.sets().stream().map(set -> measures(set, card)).toList()),
        headline);
  }

  private static SetMeasures measures(SetSummary set, Scorecard card) {
    Metrics metrics = card.sets().get(set.name());
    return new SetMeasures(
        set.name(),
        set.sha256(),
        metrics.f1().map(Estimate::value),
        metrics.firstErrorAccuracy().map(Estimate::value),
        metrics.stepAuc().map(Estimate::value));
  }

  @Test
  void aPageShowsWhatTheModelsVersionsDidOnTheSameLabels() throws SQLException {
    save("moving@1", NOON);
    Report second = save("moving@2", NOON.plusSeconds(60));
    save("moving-not@7", NOON.plusSeconds(120));
    String page = Page.of(second, reports.ofSameModel(second));
    assertTrue(page.contains("By version"));
    assertTrue(page.contains(">@1<") && page.contains(">@2<"));
    assertFalse(page.contains(">@7<"), "another model");
  }

  private static Report save(String model, Instant time) throws SQLException {
    Report report = ReportTest.report(UUID.randomUUID(), model, time);
    reports.save(report);
    return report;
  }

  private static List<UUID> ids(List<Headline> headlines) {
    return headlines.stream().map(Headline::id).toList();
  }
}
