package dev.whetstone.training.promotion.page;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.whetstone.benchmark.metric.Estimate;
import dev.whetstone.training.promotion.Criterion;
import dev.whetstone.training.promotion.Criterion.Ground;
import dev.whetstone.training.promotion.Decision;
import dev.whetstone.training.promotion.Event;
import dev.whetstone.training.promotion.State;
import dev.whetstone.training.promotion.Version;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class VersionsPageTest {
  private static final Instant NOON = Instant.parse("2026-01-02T12:00:00Z");

  private static Criterion criterion(Ground ground, boolean met, double value, double half) {
    return new Criterion(
        ground,
        met,
        Optional.of(new Estimate(value, value - half, value + half)),
        Optional.of(ground == Ground.ARCHIVE ? 0.0 : -0.03),
        400,
        380,
        Map.of(),
        "on <b>labels</b>");
  }

  private static Decision decision(boolean met) {
    return new Decision(
        "1",
        met,
        List.of(
            criterion(Ground.HUMAN, met, met ? 0.004 : -0.02, 0.024),
            criterion(Ground.ARCHIVE, true, 0.21, 0.08),
            criterion(Ground.FAMILIES, true, 0.031, 0.012)));
  }

  private static Event event(State state, int minute, String by, String why) {
    Instant at = NOON.plusSeconds(60L * minute);
    return new Event(state, at, by, why, List.of(), Optional.empty());
  }

  private static Event decided(State state, int minute, boolean met) {
    Instant at = NOON.plusSeconds(60L * minute);
    List<UUID> reports = List.of(new UUID(0, 1), new UUID(0, 2));
    return new Event(state, at, "gate", "on labels it is", reports, Optional.of(decision(met)));
  }

  private static Version version(String version, Event... events) {
    Event last = events[events.length - 1];
    return new Version(version, last.state(), last.at(), List.of(events));
  }

  private static List<Version> versions() {
    return List.of(
        version(
            "1",
            event(State.SERVING, 0, "record", "the first"),
            event(State.REPLACED, 30, "gate", "3 was measured to be better"),
            event(State.SERVING, 40, "request", "3 was rolled back: <script>alert(1)</script>")),
        version(
            "2",
            event(State.CANDIDATE, 5, "record", "a new version: it waits to be measured"),
            event(State.CANDIDATE, 6, "trial", "its process ended with 137: it told nothing"),
            decided(State.KEPT, 9, false)),
        version(
            "3",
            event(State.CANDIDATE, 20, "record", "a new version: it waits to be measured"),
            decided(State.SERVING, 30, true),
            event(State.ROLLED_BACK, 40, "request", "it misses skipped cases")));
  }

  @Test
  void itTellsWhoServedWhenAndDrawsEachDecision() throws IOException {
    String page = VersionsPage.of(Map.of("toy", versions()));
    assertTrue(page.contains("2026-01-02 12:40:00, serves now"), page);
    assertTrue(page.contains("2026-01-02 12:30:00 to 2026-01-02 12:40:00"), page);
    assertEquals(2, page.split("<svg", -1).length - 1);
    assertEquals(6, page.split("class=\"diagonal\"", -1).length - 1, "a bound each");
    assertTrue(page.contains("2 beside 1: kept") && page.contains("3 beside 1: promoted"), page);
    String wanted = System.getProperty("whetstone.page");
    if (wanted != null) Files.writeString(Path.of(wanted), page);
  }

  @Test
  void whateverAReasonSaysIsShownAndNotRead() {
    String page = VersionsPage.of(Map.of("toy", versions()));
    assertFalse(page.contains("<script") || page.contains("<b>labels"), page);
    assertTrue(VersionsPage.of(Map.of()).contains("None was seen yet"));
  }
}
