package dev.whetstone.training.promotion;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.whetstone.training.promotion.Alarm.Tally;
import java.util.Optional;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class AlarmTest {
  private final Alarm alarm = new Alarm(FixedAlarm.USUAL);

  @Test
  void whatErrsClearlyMoreRaisesItAndSaysHow() {
    Optional<String> reason = alarm.of(new Tally(1_000, 300), new Tally(1_000, 100));
    assertTrue(reason.get().startsWith("0.300 of its last 1000 verdicts"), reason::toString);
  }

  @Test
  void whatErrsAsMuchOrLessDoesNot() {
    assertEquals(Optional.empty(), alarm.of(new Tally(1_000, 100), new Tally(1_000, 100)));
    assertEquals(Optional.empty(), alarm.of(new Tally(1_000, 0), new Tally(1_000, 900)));
  }

  @Test
  void tooFewVerdictsSayNothing() {
    assertEquals(Optional.empty(), alarm.of(new Tally(199, 199), new Tally(1_000, 0)));
    assertEquals(Optional.empty(), alarm.of(new Tally(1_000, 1_000), new Tally(199, 0)));
    assertTrue(alarm.of(new Tally(200, 200), new Tally(200, 0)).isPresent());
  }

  @Test
  void lookedAtAThousandTimesItStaysSilentOverAnEquallyGoodVersion() {
    SplittableRandom random = new SplittableRandom(3);
    int raised = 0;
    for (int world = 0; world < 50; world++) {
      Tally before = new Tally(1_000, bad(random, 1_000, 0.15));
      boolean[] verdicts = new boolean[11_000];
      for (int i = 0; i < verdicts.length; i++) verdicts[i] = random.nextDouble() < 0.15;
      boolean silent = true;
      for (int end = 1_000; end <= verdicts.length; end += 10) {
        int bad = 0;
        for (int i = end - 1_000; i < end; i++) if (verdicts[i]) bad++;
        silent &= alarm.of(new Tally(1_000, bad), before).isEmpty();
      }
      if (!silent) raised++;
    }
    assertEquals(0, raised);
  }

  private static int bad(SplittableRandom random, int verdicts, double share) {
    int bad = 0;
    for (int i = 0; i < verdicts; i++) if (random.nextDouble() < share) bad++;
    return bad;
  }

  @Test
  void settingsThatMakeNoSenseAreRefused() {
    assertThrows(
        IllegalArgumentException.class, () -> new Alarm(new FixedAlarm(true, 10, 11, 0.05, 4)));
    assertThrows(
        IllegalArgumentException.class,
        () -> new Alarm(new FixedAlarm(true, 10, 10, Double.NaN, 4)));
  }
}
