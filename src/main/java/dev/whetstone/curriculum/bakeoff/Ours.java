package dev.whetstone.curriculum.bakeoff;

import dev.whetstone.curriculum.Cell;
import dev.whetstone.curriculum.Curriculum;
import dev.whetstone.curriculum.CurriculumState;
import dev.whetstone.curriculum.Distribution;
import dev.whetstone.curriculum.FamilyRange;
import dev.whetstone.curriculum.Learning;
import dev.whetstone.curriculum.Lesson;
import dev.whetstone.curriculum.Replay;
import dev.whetstone.curriculum.Scheduler;
import dev.whetstone.task.Control;
import dev.whetstone.task.Levels;
import dev.whetstone.verify.Reliability;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;

/** The production state and scheduler, told each verifier's reliability and nothing else. */
final class Ours implements Rule {
  private static final Control LEVEL =
      new Control("level", "difficulty", IntStream.range(0, World.LEVELS).boxed().toList());

  private final RandomGenerator random;
  private CurriculumState state;

  Ours(Scheduler scheduler, List<Reliability> verifiers, RandomGenerator random) {
    this.random = random;
    List<FamilyRange> families = new ArrayList<>();
    Map<String, Reliability> byFamily = new HashMap<>();
    for (int i = 0; i < verifiers.size(); i++) {
      families.add(FamilyRange.full(Integer.toString(i), List.of(LEVEL)));
      byFamily.put(Integer.toString(i), verifiers.get(i));
    }
    Curriculum curriculum =
        new Curriculum("bake-off", "", families, Learning.DEFAULT, scheduler, Replay.OFF, "");
    state = CurriculumState.start(curriculum, byFamily);
  }

  @Override
  public int[] choose(int step) {
    Distribution distribution = state.distribution(World.GROUP);
    return IntStream.range(0, World.BATCH)
        .map(i -> index(distribution.sample(random).cell()))
        .toArray();
  }

  @Override
  public void saw(List<Group> groups) {
    for (Group group : groups)
      state = state.learn(new Lesson(cell(group.cell()), World.GROUP, group.passed())).state();
  }

  CurriculumState state() {
    return state;
  }

  int reach(int family) {
    return state.reach(Integer.toString(family)).level(LEVEL);
  }

  static int index(Cell cell) {
    return Integer.parseInt(cell.family()) * World.LEVELS + cell.levels().level(LEVEL);
  }

  static Cell cell(int index) {
    return new Cell(
        Integer.toString(World.family(index)),
        new Levels(List.of(LEVEL), List.of(World.level(index))));
  }
}
