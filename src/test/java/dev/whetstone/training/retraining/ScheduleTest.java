package dev.whetstone.training.retraining;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ScheduleTest {
  private static final Instant SINCE = Instant.parse("2026-11-22T00:00:00Z");

  @Test
  void soManyNewLabelsAndOutcomesStartOneAndNotOneFewer() {
    Schedule schedule = new Schedule(Optional.of(100), Optional.empty());
    assertEquals(Optional.empty(), schedule.reason(99, SINCE, SINCE.plusSeconds(1_000_000)));
    assertEquals(
        "100 new labels and outcomes since 2026-11-22T00:00:00Z",
        schedule.reason(100, SINCE, SINCE).orElseThrow());
    assertEquals("99 of 100 new labels and outcomes", schedule.waiting(99, SINCE));
  }

  @Test
  void anIntervalStartsOneOnlyWhereAnythingIsNew() {
    Schedule daily = new Schedule(Optional.empty(), Optional.of(Duration.ofDays(1)));
    Instant next = SINCE.plus(Duration.ofDays(1));
    assertEquals(Optional.empty(), daily.reason(5, SINCE, next.minusNanos(1)));
    assertEquals(Optional.empty(), daily.reason(0, SINCE, next));
    assertTrue(daily.reason(1, SINCE, next).isPresent());
    assertEquals(
        "0 new labels and outcomes, the next at 2026-11-23T00:00:00Z", daily.waiting(0, SINCE));
  }

  @Test
  void aScheduleThatNeverOrAlwaysStartsOneIsRefused() {
    refused(Optional.empty(), Optional.empty());
    refused(Optional.of(0), Optional.empty());
    refused(Optional.empty(), Optional.of(Duration.ZERO));
  }

  private static void refused(Optional<Integer> after, Optional<Duration> interval) {
    String line =
        assertThrows(IllegalArgumentException.class, () -> new Schedule(after, interval))
            .getMessage();
    assertTrue(line.startsWith("whetstone.retraining"), line);
  }
}
