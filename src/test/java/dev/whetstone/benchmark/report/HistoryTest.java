package dev.whetstone.benchmark.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.whetstone.benchmark.report.Reports.Headline;
import dev.whetstone.benchmark.report.page.Page;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class HistoryTest {
  private static final Report REPORT = ReportTest.report();

  @Test
  void oneReportIsNoHistory() {
    assertFalse(Page.of(REPORT, List.of()).contains("By version"));
    assertFalse(Page.of(REPORT, List.of(kept(1, REPORT.sets()))).contains("By version"));
  }

  @Test
  void reportsOnTheSameLabelsAreDrawnInTheOrderOfTime() {
    String page = Page.of(REPORT, List.of(kept(2, REPORT.sets()), kept(1, REPORT.sets())));
    assertTrue(page.contains("By version"));
    assertTrue(page.indexOf(">@1<") < page.indexOf(">@2<"));
    assertTrue(page.contains("step AUC 0.520"), "the newest version's");
  }

  @Test
  void reportsThatLackASetOrHaveOtherLabelsAreLeftOut() {
    List<SetSummary> fewer = REPORT.sets().subList(1, REPORT.sets().size());
    List<SetSummary> others = new ArrayList<>(fewer);
    SetSummary first = REPORT.sets().getFirst();
    others.add(
        new SetSummary(
            first.name(), first.items(), first.problems(), List.of(), List.of(), "0".repeat(64)));
    String page = Page.of(REPORT, List.of(kept(3, others), kept(2, fewer), kept(1, REPORT.sets())));
    assertFalse(page.contains("By version"));
  }

  @Test
  void onlyTheLatestAreDrawn() {
    List<Headline> kept = new ArrayList<>();
    for (int version = 1; version <= 30; version++) kept.add(kept(version, REPORT.sets()));
    String page = Page.of(REPORT, kept);
    assertEquals(20, Pattern.compile(">@[0-9]+<").matcher(page).results().count());
    assertFalse(page.contains(">@10<"));
    assertTrue(page.contains(">@11<") && page.contains(">@30<"));
  }

  /** Whose step AUC is half and a hundredth for each version. */
  private static Headline kept(int version, List<SetSummary> sets) {
    Optional<Double> auc = Optional.of(0.5 + version / 100.0);
    return new Headline(
        new UUID(5, version),
        "verifier@" + version,
        Instant.EPOCH.plusSeconds(version),
        sets.stream().map(SetSummary::name).toList(),
        REPORT.dataSha256(),
        61,
        0,
        Optional.empty(),
        auc,
        Optional.empty(),
        sets.stream()
            .map(
                set ->
                    new SetMeasures(
                        set.name(), set.sha256(), Optional.empty(), Optional.empty(), auc))
            .toList());
  }
}
