package dev.whetstone.access;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.OptionalLong;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class RatesTest {
  private static final long SECOND = TimeUnit.SECONDS.toNanos(1);

  @Test
  void tenSecondsWorthMayComeAtOnce() {
    Rates.Pace pace = new Rates.Pace();
    for (int i = 0; i < 10; i++) assertTrue(pace.take(SECOND, 0).isEmpty());
    assertTrue(pace.take(SECOND, 0).isPresent());
  }

  @Test
  void whoWaitsAsLongAsItIsToldMayGoOn() {
    Rates.Pace pace = new Rates.Pace();
    long interval = 30 * SECOND;
    assertTrue(pace.take(interval, 0).isEmpty());
    OptionalLong wait = pace.take(interval, SECOND);
    assertTrue(pace.take(interval, SECOND + wait.getAsLong() * SECOND).isEmpty());
  }

  @Test
  void overTimeNoMoreGoOnThanTheRateSays() {
    Rates.Pace pace = new Rates.Pace();
    int taken = 0;
    for (long now = 0; now < 600 * SECOND; now += SECOND / 10)
      if (pace.take(2 * SECOND, now).isEmpty()) taken++;
    assertEquals(300, taken, 10);
  }

  @Test
  void aClockBelowZeroIsAsGoodAsAnyOther() {
    Rates.Pace pace = new Rates.Pace();
    assertTrue(pace.take(SECOND, -50 * SECOND).isEmpty());
  }
}
