package dev.whetstone.benchmark.refinement;

import static dev.whetstone.benchmark.refinement.Tries.broken;
import static dev.whetstone.benchmark.refinement.Tries.judged;
import static dev.whetstone.benchmark.refinement.Tries.judging;
import static dev.whetstone.benchmark.refinement.Tries.unjudged;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.whetstone.model.Derivation;
import dev.whetstone.verify.proof.Score;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class CourseTest {
  private static final Derivation SOLUTION = new Derivation("1 + 1?", List.of("2."));

  private final List<Attempt> made = new ArrayList<>();

  private static Plan threads(int width, int rounds, Until until) {
    return new Plan(Course.THREADS, until, width, rounds, 1, 1, 1, false);
  }

  private static Plan search(int width, int rounds, int parents, int asks) {
    return new Plan(Course.SEARCH, Until.VERIFIED, width, rounds, parents, asks, 1, false);
  }

  private Standing stand(Plan plan) {
    return plan.course().stand(plan, made);
  }

  private List<Integer> asked(Plan plan) {
    return stand(plan).wanted().stream().map(Wanted::number).toList();
  }

  private List<Integer> parents(Plan plan) {
    return stand(plan).wanted().stream()
        .map(w -> w.parent().map(Attempt::number).orElse(-1))
        .toList();
  }

  private Wanted wanted(Plan plan, int number) {
    return stand(plan).wanted().stream()
        .filter(w -> w.number() == number)
        .findFirst()
        .orElseThrow();
  }

  @Test
  void eachThreadGoesOnWithItsOwnLatestAsSoonAsThatIsJudged() {
    Plan plan = threads(2, 3, Until.VERIFIED);
    assertEquals(List.of(0, 1), asked(plan));
    made.add(judged(wanted(plan, 0), 0.5, Score.HALF));
    assertEquals(List.of(2, 1), asked(plan));
    assertEquals(List.of(0, -1), parents(plan));
    made.add(judging(wanted(plan, 1), Score.ONE));
    assertEquals(List.of(2), asked(plan));
    made.add(judged(wanted(plan, 2), 1, Score.ONE));
    assertEquals(RefinementState.JUDGING, stand(plan).state());
    made.set(1, judged(new Wanted(1, 0, 1, Optional.empty(), 0), 0, Score.ONE));
    assertEquals(List.of(3), asked(plan), "the other thread has passed");
  }

  @Test
  void whatIsBrokenOrCouldNotBeJudgedIsTriedAnewFromTheOneBefore() {
    Plan plan = threads(1, 5, Until.VERIFIED);
    made.add(broken(wanted(plan, 0)));
    assertEquals(List.of(-1), parents(plan));
    made.add(judged(wanted(plan, 1), 0.25, Score.ZERO));
    made.add(unjudged(wanted(plan, 2)));
    made.add(broken(wanted(plan, 3)));
    assertEquals(List.of(1), parents(plan));
    made.add(judged(wanted(plan, 4), 0, Score.ZERO));
    assertEquals(RefinementState.SPENT, stand(plan).state());
    assertEquals(1, Attempt.pool(made).getFirst().number());
  }

  @Test
  void aThreadMayEndWithTheScoreThatItsWriterGivesAsPublished() {
    Plan plan = threads(1, 5, Until.SELF);
    made.add(judged(wanted(plan, 0), 1, Score.HALF));
    assertEquals(List.of(1), asked(plan));
    made.add(judging(wanted(plan, 1), Score.ONE));
    assertEquals(RefinementState.JUDGING, stand(plan).state());
    made.set(1, judged(new Wanted(1, 1, 0, Optional.empty(), 0), 0, Score.ONE));
    assertEquals(RefinementState.PASSED, stand(plan).state());
  }

  @Test
  void aSearchRefinesTheBestByMeanThenBySelfScoreThenTheEarlier() {
    Plan plan = search(4, 2, 2, 2);
    double[] means = {0.25, 0.75, 0.75, 0.5};
    Score[] own = {Score.ONE, Score.HALF, Score.ONE, Score.ONE};
    for (int i = 0; i < 4; i++) made.add(judged(wanted(plan, i), means[i], own[i]));
    assertEquals(List.of(4, 5, 6, 7), asked(plan));
    assertEquals(List.of(2, 2, 1, 1), parents(plan));
    assertEquals(2, wanted(plan, 5).thread());
    made.add(judging(wanted(plan, 5), Score.ONE));
    assertEquals(List.of(4, 6, 7), asked(plan));
    for (int i : new int[] {4, 6, 7}) made.add(judged(wanted(plan, i), 0.9, Score.ONE));
    assertEquals(RefinementState.JUDGING, stand(plan).state());
  }

  @Test
  void aSearchEndsWithTheFirstThatPasses() {
    Plan plan = search(3, 4, 3, 1);
    made.add(judged(wanted(plan, 1), 1, Score.ZERO));
    assertEquals(RefinementState.PASSED, stand(plan).state());
  }

  @Test
  void aSearchWithoutAnythingJudgedBeginsAnew() {
    Plan plan = search(2, 2, 2, 3);
    made.add(broken(wanted(plan, 0)));
    made.add(unjudged(wanted(plan, 1)));
    assertEquals(List.of(2, 3), asked(plan));
    assertEquals(List.of(-1, -1), parents(plan));
  }

  @Test
  void analysesAreOtherOnesAtEachTurnAndTheSameEachTime() {
    Plan plan = search(1, 2, 1, 3);
    made.add(judged(wanted(plan, 0), 0.5, Score.ONE));
    UUID id = new UUID(7, 7);
    Critique two = new Critique(SOLUTION, List.of("first flaw", "second"));
    List<String> first = wanted(plan, 1).evaluations(id, two, 1);
    assertEquals(1, first.size());
    assertTrue(Collections.disjoint(first, wanted(plan, 2).evaluations(id, two, 1)));
    assertEquals(first, wanted(plan, 3).evaluations(id, two, 1), "there are two");
    assertEquals(2, wanted(plan, 1).evaluations(id, two, 9).size());
  }

  /** A solver whose solutions have defects, of which it mends one that it is told of. */
  @ParameterizedTest
  @EnumSource(Course.class)
  void theBestOfASolverThatMendsADefectARoundOnlyGrowsAndPasses(Course course) {
    Plan plan = new Plan(course, Until.VERIFIED, 4, 8, 2, 2, 1, false);
    Map<Integer, Integer> defects = new HashMap<>();
    Random random = new Random(3);
    double best = 0;
    while (!stand(plan).wanted().isEmpty()) {
      Wanted next = stand(plan).wanted().getFirst();
      int left = next.parent().map(p -> defects.get(p.number()) - 1).orElse(2 + random.nextInt(4));
      defects.put(next.number(), left);
      made.add(judged(next, 1 - left / 8.0, Score.ONE));
      double now = Attempt.pool(made).getFirst().mean();
      assertTrue(now >= best);
      best = now;
    }
    assertEquals(RefinementState.PASSED, stand(plan).state());
    assertEquals(1, best);
    assertTrue(made.size() <= plan.attempts());
  }
}
