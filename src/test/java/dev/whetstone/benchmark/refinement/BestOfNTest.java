package dev.whetstone.benchmark.refinement;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.whetstone.benchmark.refinement.BestOfN.Choice;
import dev.whetstone.benchmark.refinement.BestOfN.Point;
import dev.whetstone.benchmark.refinement.BestOfN.Problem;
import dev.whetstone.verify.proof.Score;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class BestOfNTest {
  private static final List<Choice> THREE =
      List.of(new Choice(1, 0.5), new Choice(1, 1), new Choice(0, 0));

  private static Wanted wanted(int round, int thread) {
    return new Wanted(round * 10 + thread, round, thread, Optional.empty(), 0);
  }

  @Test
  void theExpectedBestIsTheMeanOverAllDraws() {
    assertEquals(0.5, BestOfN.expected(THREE, 1, false), 1e-12);
    assertEquals((0.75 + 0.5 + 1) / 3, BestOfN.expected(THREE, 2, false), 1e-12);
    assertEquals(0.75, BestOfN.expected(THREE, 3, false), 1e-12);
    assertEquals((1 + 0.5 + 1) / 3, BestOfN.expected(THREE, 2, true), 1e-12);
    assertEquals(1, BestOfN.expected(THREE, 3, true), 1e-12);
  }

  @Test
  void aThreadStandsWhereItsLatestJudgedAttemptIs() {
    List<Attempt> attempts =
        List.of(
            Tries.judged(wanted(0, 0), 0.25, Score.ONE),
            Tries.broken(wanted(0, 1)),
            Tries.unjudged(wanted(0, 2)),
            Tries.judged(wanted(1, 0), 0.75, Score.HALF),
            Tries.broken(wanted(2, 0)));
    Problem problem = new Problem("p", attempts);
    assertEquals(List.of(new Choice(1, 0.25), Choice.NOTHING), problem.after(1));
    assertEquals(List.of(new Choice(0.5, 0.75), Choice.NOTHING), problem.after(3));
  }

  @Test
  void moreRoundsAndMoreThreadsAreBetterAndTheIntervalHoldsTheFigure() {
    BestOfN best = BestOfN.of(problems(40, 4, 3));
    assertEquals(40, best.problems());
    assertEquals(4, best.threads());
    assertEquals(3 * 3, best.points().size());
    Point first = best.points().getFirst();
    Point last = best.points().getLast();
    assertTrue(last.bySelfScore().low() > first.bySelfScore().high(), best::toString);
    for (Point point : best.points()) {
      assertTrue(point.byVerification().value() >= point.bySelfScore().value() - 1e-12);
      assertTrue(point.bySelfScore().low() <= point.bySelfScore().value());
    }
  }

  private static List<Problem> problems(int count, int threads, int rounds) {
    SplittableRandom random = new SplittableRandom(1);
    List<Problem> problems = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      List<Attempt> attempts = new ArrayList<>();
      for (int thread = 0; thread < threads; thread++) {
        double mean = random.nextDouble() * 0.4;
        for (int round = 0; round < rounds; round++, mean += 0.25)
          attempts.add(
              Tries.judged(wanted(round, thread), mean, mean > 0.4 ? Score.ONE : Score.HALF));
      }
      problems.add(new Problem("problem " + i, attempts));
    }
    return problems;
  }

  @Test
  void withoutProblemsThereIsNothingToTell() {
    assertEquals(new BestOfN(0, 0, List.of()), BestOfN.of(List.of()));
  }
}
