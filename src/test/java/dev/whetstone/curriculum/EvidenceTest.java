package dev.whetstone.curriculum;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.whetstone.curriculum.scheduler.LearnabilityScheduler;
import dev.whetstone.verify.Reliability;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class EvidenceTest {
  private static Optional<Move> move(CurriculumState state, Cell cell, int rollouts, int passed) {
    return state.learn(new Lesson(cell, rollouts, passed)).move();
  }

  @Test
  void oneControlRisesAlone() {
    Move move = move(Example.start(), Example.sum(0, 1), 8, 8).orElseThrow();
    assertEquals("digits", move.control());
    assertEquals(0, move.from());
    assertEquals(1, move.to());
    assertEquals(1, move.lesson());
    assertTrue(move.reason().startsWith("P(solved > 0.50) = 0.998 at terms=0,digits=1"));
    CurriculumState after = Example.learn(Example.start(), Example.sum(0, 1), 8, 8);
    assertEquals(Example.sum(0, 1).levels(), after.reach("sum"));
    assertEquals(Example.tree(0).levels(), after.reach("tree"));
  }

  @Test
  void littleOrMixedEvidenceMovesNothing() {
    assertTrue(move(Example.start(), Example.sum(0, 1), 7, 7).isEmpty(), "too few rollouts");
    assertTrue(move(Example.start(), Example.sum(0, 1), 8, 6).isEmpty(), "not sure enough");
    assertTrue(move(Example.start(), Example.sum(0, 0), 8, 8).isEmpty(), "says nothing of harder");
    assertTrue(move(Example.start(), Example.sum(0, 0), 8, 0).isEmpty(), "no easier level");
  }

  @Test
  void noiseIsTakenOutOfTheClaim() {
    Cell harder = Example.tree(1);
    assertTrue(move(exactTree(0), harder, 16, 13).isPresent());
    assertTrue(move(exactTree(0.6), harder, 16, 13).isEmpty(), "mostly false passes");
    assertTrue(move(exactTree(1), harder, 64, 64).isEmpty(), "a verifier that passes all");
  }

  private static CurriculumState exactTree(double falsePass) {
    return CurriculumState.start(
        Example.with(LearnabilityScheduler.DEFAULT, Example.TREE),
        Map.of("tree", new Reliability(1, falsePass)));
  }

  @Test
  void aFailedReachFallsInTheControlWhoseEasierLevelIsSolvedMost() {
    CurriculumState state = Example.start();
    state = Example.learn(state, Example.sum(1, 0), 8, 8);
    state = Example.learn(state, Example.sum(1, 1), 8, 8);
    state = Example.learn(state, Example.sum(0, 1), 8, 3);
    List<Move> moves = new ArrayList<>();
    while (moves.isEmpty()) {
      Step step = state.learn(new Lesson(Example.sum(1, 1), 8, 0));
      step.move().ifPresent(moves::add);
      state = step.state();
    }
    assertEquals("digits", moves.getFirst().control());
    assertFalse(moves.getFirst().isUp());
    assertEquals(Example.sum(1, 0).levels(), state.reach("sum"));
    assertTrue(state.lessons() - 3 <= 6, "it took " + (state.lessons() - 3) + " failed groups");
  }

  @Test
  void aMasteredCellThatIsForgottenPullsTheReachDown() {
    CurriculumState state = Example.start();
    for (int depth = 1; depth < 6; depth++)
      for (int i = 0; i < 2; i++) state = Example.learn(state, Example.tree(depth), 8, 8);
    assertEquals(Example.tree(5).levels(), state.reach("tree"));
    List<Move> moves = new ArrayList<>();
    for (int i = 0; i < 20; i++) {
      Step step = state.learn(new Lesson(Example.tree(2), 8, 0));
      step.move().ifPresent(moves::add);
      state = step.state();
    }
    assertFalse(moves.stream().anyMatch(Move::isUp));
    assertTrue(moves.getFirst().lesson() > 11, "one failed group is not enough");
    assertEquals(Example.tree(1).levels(), state.reach("tree"));
  }

  @Test
  void aLearnerThatLosesItsSkillIsFollowedDownAndUpAgain() {
    CurriculumState state = exactTree(0);
    SplittableRandom random = new SplittableRandom(4);
    state = follow(state, 5, random);
    assertEquals(5, depth(state));
    state = follow(state, 1, random);
    assertTrue(depth(state) <= 2, "still at " + depth(state));
    state = follow(state, 5, random);
    assertEquals(5, depth(state));
  }

  /** Solves what is at most this deep nine times of ten, and what is deeper one time of fifty. */
  private static CurriculumState follow(CurriculumState from, int skill, SplittableRandom random) {
    CurriculumState state = from;
    for (int lesson = 0; lesson < 400; lesson++) {
      Cell cell = state.distribution(8).sample(random).cell();
      double solved = cell.levels().level(Example.DEPTH) <= skill ? 0.9 : 0.02;
      int passed = 0;
      for (int i = 0; i < 8; i++) if (random.nextDouble() < solved) passed++;
      state = Example.learn(state, cell, 8, passed);
    }
    return state;
  }

  private static int depth(CurriculumState state) {
    return state.reach("tree").level(Example.DEPTH);
  }

  @Test
  void levelsStayInTheirRange() {
    FamilyRange narrow =
        new FamilyRange("tree", List.of(new ControlRange(Example.DEPTH, 1, 3, 2)), 1);
    CurriculumState state =
        CurriculumState.start(Example.with(LearnabilityScheduler.DEFAULT, narrow), Map.of());
    for (int i = 0; i < 20; i++) state = Example.learn(state, Example.tree(3), 8, 8);
    assertEquals(3, depth(state));
    for (int i = 0; i < 60; i++) state = Example.learn(state, Example.tree(1 + i % 3), 8, 0);
    assertEquals(1, depth(state));
  }

  /** As it must be for a posterior bound looked at after every lesson. */
  @Test
  void aClaimIsSeldomFalse() {
    int raised = 0;
    for (int seed = 0; seed < 500; seed++) {
      SplittableRandom random = new SplittableRandom(seed);
      CurriculumState state = exactTree(0);
      for (int lesson = 0; lesson < 10 && depth(state) == 0; lesson++) {
        int passed = 0;
        for (int i = 0; i < 8; i++) if (random.nextDouble() < 0.4) passed++;
        state = Example.learn(state, Example.tree(1), 8, passed);
      }
      if (depth(state) > 0) raised++;
    }
    assertTrue(raised < 0.15 * 500, raised + " of 500 learners at 0.4 were raised past 0.5");
  }
}
