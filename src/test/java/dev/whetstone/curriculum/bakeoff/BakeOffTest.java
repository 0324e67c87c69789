package dev.whetstone.curriculum.bakeoff;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class BakeOffTest {
  private static final int SEEDS = 2;

  private static Score.Summary run(Entry entry, boolean noisy) {
    List<Score> scores =
        IntStream.range(0, SEEDS)
            .mapToObj(seed -> BakeOff.run(seed, noisy, entry.start()))
            .toList();
    return Score.summary(scores);
  }

  @Test
  void theSameSeedGivesTheSameScore() {
    for (Entry entry : List.of(Entry.OURS, Entry.SEC))
      assertEquals(BakeOff.run(3, true, entry.start()), BakeOff.run(3, true, entry.start()));
  }

  @Test
  void oursMeetsItsMarks() {
    Score.Summary clean = run(Entry.OURS, false);
    Score.Summary noisy = run(Entry.OURS, true);
    assertTrue(clean.steps() <= 1.05 * run(Entry.SEC, false).steps());
    Score.Summary sec = run(Entry.SEC, true);
    assertEquals(SEEDS, noisy.reached());
    assertTrue(noisy.steps() <= 0.6 * sec.steps());
    assertTrue(clean.worst() >= 0.9 * clean.mean());
    assertTrue(noisy.worst() >= 0.9 * noisy.mean());
  }

  @Test
  void everyRuleRunsInBothWorlds() {
    for (Entry entry : Entry.all())
      for (boolean noisy : new boolean[] {false, true}) {
        Score score = BakeOff.run(1, noisy, entry.start());
        assertTrue(score.mean() > 2 && score.worst() > 0, entry.name());
        assertTrue(score.wasted() > 0 && score.wasted() < 0.8, entry.name());
      }
  }

  /** A learner that stands still: ours raises as sparingly as RLVE and turns less than pools. */
  @Test
  void levelsMoveOnlyWhereDeserved() {
    Climb.Moves ours = Climb.watch(Climb.all().get("learnability"), 1);
    assertTrue(ours.raises() > 50);
    assertTrue(ours.undeservedShare() <= 0.02);
    assertTrue(ours.turnsPerThousand() <= 0.5);
    Climb.all()
        .forEach(
            (name, start) -> {
              Climb.Moves rival = Climb.watch(start, 1);
              assertTrue(ours.undeservedShare() <= rival.undeservedShare() + 0.02, name);
              assertTrue(ours.turnsPerThousand() <= rival.turnsPerThousand() + 0.5, name);
            });
  }
}
