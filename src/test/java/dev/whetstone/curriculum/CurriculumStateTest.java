package dev.whetstone.curriculum;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.whetstone.curriculum.difficulty.DifficultyModel;
import dev.whetstone.verify.Reliability;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class CurriculumStateTest {
  @Test
  void theSameLessonsGiveTheSameBits() {
    CurriculumState one = Example.wander(Example.start(), 500, new SplittableRandom(7));
    CurriculumState other = Example.wander(Example.start(), 500, new SplittableRandom(7));
    assertEquals(one.cells(), other.cells());
    assertEquals(one.reach(), other.reach());
    assertEquals(one.distribution(8), other.distribution(8));
  }

  @Test
  void aStateRestoredAtAnyTimeGoesOnWithTheSameBits() {
    for (int lessons = 0; lessons < 200; lessons += 13) {
      CurriculumState kept =
          Example.wander(Example.start(), lessons, new SplittableRandom(lessons));
      CurriculumState restored = restored(kept, lessons);
      assertEquals(kept.distribution(8), restored.distribution(8));
      CurriculumState on = Example.wander(kept, 100, new SplittableRandom(9));
      CurriculumState again = Example.wander(restored, 100, new SplittableRandom(9));
      assertEquals(on.cells(), again.cells());
      assertEquals(on.reach(), again.reach());
      assertEquals(on.difficulty(), again.difficulty());
      assertEquals(on.distribution(4), again.distribution(4));
    }
  }

  /** As from a database: in any order. */
  private static CurriculumState restored(CurriculumState state, long seed) {
    List<CellState> cells = new ArrayList<>(state.cells());
    List<Reach> reach = new ArrayList<>(state.reach());
    Collections.shuffle(cells, new Random(seed));
    Collections.shuffle(reach, new Random(seed));
    return CurriculumState.restore(
        state.curriculum(),
        Map.of("tree", new Reliability(0.95, 0.1)),
        state.lessons(),
        cells,
        reach,
        state.difficulty());
  }

  @Test
  void oneLessonChangesOneCell() {
    CurriculumState before = Example.wander(Example.start(), 50, new SplittableRandom(3));
    Step step = before.learn(new Lesson(Example.sum(0, 0), 8, 3));
    assertEquals(before.lessons() + 1, step.state().lessons());
    assertEquals(before.lessons() + 1, step.changed().lastLesson());
    List<CellState> after = new ArrayList<>(step.state().cells());
    after.removeAll(before.cells());
    assertEquals(List.of(step.changed()), after);
  }

  @Test
  void usableGroupsAreCounted() {
    CurriculumState state = Example.start();
    state = Example.learn(state, Example.sum(0, 0), 8, 3);
    state = Example.learn(state, Example.sum(0, 0), 8, 8);
    state = Example.learn(state, Example.sum(0, 0), 4, 0);
    CellState cell = state.cells().getFirst();
    assertEquals(3, cell.groups());
    assertEquals(1, cell.usable());
    assertEquals(StrictMath.pow(0.5, 2 / 16.0), cell.mixed(), 1e-12);
    assertEquals(20, cell.rollouts());
    assertEquals(11, cell.passed());
  }

  @Test
  void theOrderOfLessonsMatters() {
    CurriculumState failedLast =
        Example.learn(
            Example.learn(Example.start(), Example.sum(0, 0), 8, 8), Example.sum(0, 0), 8, 0);
    CurriculumState passedLast =
        Example.learn(
            Example.learn(Example.start(), Example.sum(0, 0), 8, 0), Example.sum(0, 0), 8, 8);
    assertNotEquals(failedLast.cells(), passedLast.cells());
  }

  @Test
  void whatTheCurriculumDoesNotAllowIsRefused() {
    FamilyRange narrow =
        new FamilyRange(
            "sum",
            List.of(new ControlRange(Example.TERMS, 0, 1, 0), ControlRange.full(Example.DIGITS)),
            1);
    CurriculumState state =
        CurriculumState.start(
            Example.with(Example.start().curriculum().scheduler(), narrow), Map.of());
    assertThrows(
        IllegalArgumentException.class, () -> Example.learn(state, Example.sum(2, 0), 8, 1));
    assertThrows(IllegalArgumentException.class, () -> Example.learn(state, Example.tree(0), 8, 1));
    List<Reach> outside = List.of(new Reach("sum", Example.sum(4, 0).levels()));
    assertThrows(
        IllegalArgumentException.class,
        () ->
            CurriculumState.restore(
                state.curriculum(), Map.of(), 0, List.of(), outside, DifficultyModel.START));
  }

  @Test
  void aLessonIsAGroup() {
    assertThrows(IllegalArgumentException.class, () -> new Lesson(Example.tree(0), 0, 0));
    assertThrows(IllegalArgumentException.class, () -> new Lesson(Example.tree(0), 4, 5));
  }
}
