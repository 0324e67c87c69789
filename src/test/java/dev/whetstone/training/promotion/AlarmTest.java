package dev.whetstone.training.promotion;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.whetstone.training.promotion.Alarm.Tally;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class AlarmTest {
  private final Alarm alarm = new Alarm(FixedAlarm.USUAL);

  private Optional<String> of(Tally serving, Tally before) {
    return alarm.of(Map.of("all", serving), Map.of("all", before));
  }

  @Test
  void harderTasksAreNoFaultOfTheVersionThatMeetsThem() {
    Map<String, Tally> serving = Map.of("easy", new Tally(200, 10), "hard", new Tally(800, 400));
    Map<String, Tally> before = Map.of("easy", new Tally(800, 40), "hard", new Tally(200, 100));
    assertEquals(Optional.empty(), alarm.of(serving, before));
    assertTrue(of(new Tally(1_000, 410), new Tally(1_000, 140)).isPresent(), "were they one");
    assertEquals(
        Optional.empty(),
        alarm.of(Map.of("hard", new Tally(1_000, 900)), Map.of("easy", new Tally(1_000, 0))),
        "no task in common");
  }

  @Test
  void whatErrsMoreOnEqualTasksRaisesItThoughItsTasksAreEasier() {
    Map<String, Tally> serving = Map.of("easy", new Tally(800, 240), "hard", new Tally(200, 160));
    Map<String, Tally> before = Map.of("easy", new Tally(200, 20), "hard", new Tally(800, 400));
    assertTrue(alarm.of(serving, before).isPresent());
  }

  @Test
  void manySmallStrataAreAsGoodAsOne() {
    SplittableRandom random = new SplittableRandom(4);
    Map<String, Tally> serving = new HashMap<>();
    Map<String, Tally> before = new HashMap<>();
    for (int stratum = 0; stratum < 500; stratum++) {
      serving.put("" + stratum, new Tally(2, bad(random, 2, 0.4)));
      before.put("" + stratum, new Tally(1, bad(random, 1, 0.15)));
    }
    assertTrue(alarm.of(serving, before).isPresent());
    assertEquals(Optional.empty(), alarm.of(before, serving));
  }

  @Test
  void strataThatOneOfThemHardlyMetSayNothing() {
    for (int bad = 0; bad <= 1; bad++) {
      Map<String, Tally> serving = Map.of("a", new Tally(1_000, 150), "b", new Tally(1, bad));
      Map<String, Tally> before = Map.of("a", new Tally(1, 0), "b", new Tally(1_000, 150));
      assertEquals(Optional.empty(), alarm.of(serving, before));
    }
  }

  @Test
  void whatErrsClearlyMoreRaisesItAndSaysHow() {
    Optional<String> reason = of(new Tally(1_000, 300), new Tally(1_000, 100));
    assertTrue(reason.get().startsWith("0.300 of its last 1000 verdicts"), reason::toString);
  }

  @Test
  void whatErrsAsMuchOrLessDoesNot() {
    assertEquals(Optional.empty(), of(new Tally(1_000, 100), new Tally(1_000, 100)));
    assertEquals(Optional.empty(), of(new Tally(1_000, 0), new Tally(1_000, 900)));
  }

  @Test
  void tooFewVerdictsSayNothing() {
    assertEquals(Optional.empty(), of(new Tally(199, 199), new Tally(1_000, 0)));
    assertEquals(Optional.empty(), of(new Tally(1_000, 1_000), new Tally(199, 0)));
    assertTrue(of(new Tally(200, 200), new Tally(200, 0)).isPresent());
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
        silent &= of(new Tally(1_000, bad), before).isEmpty();
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
