package dev.whetstone.training.simulation;

import dev.whetstone.curriculum.Cell;
import dev.whetstone.curriculum.Curriculum;
import dev.whetstone.curriculum.CurriculumState;
import dev.whetstone.curriculum.Distribution;
import dev.whetstone.curriculum.FamilyRange;
import dev.whetstone.curriculum.Learning;
import dev.whetstone.curriculum.Lesson;
import dev.whetstone.curriculum.Replay;
import dev.whetstone.curriculum.scheduler.LearnabilityScheduler;
import dev.whetstone.task.Levels;
import dev.whetstone.verify.Reliability;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.random.RandomGenerator;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Which families are asked: by the curriculum's learnability, which counts how far the verdicts on
 * each can be trusted. Levels are drawn evenly.
 */
final class Asking {
  /** Less sharp than usual: what is not asked gets no labels. */
  private static final LearnabilityScheduler SCHEDULER = new LearnabilityScheduler(0.2, 0.5);

  private static final Levels NO_LEVELS = new Levels(List.of(), List.of());
  private static final int GROUP = 8;

  private final Curriculum curriculum;
  private final Map<String, Trust> trust = new LinkedHashMap<>();
  private final RandomGenerator random;
  private CurriculumState state;

  Asking(List<String> families, RandomGenerator random) {
    this.random = random;
    curriculum =
        new Curriculum(
            "loop",
            "",
            families.stream().map(name -> FamilyRange.full(name, List.of())).toList(),
            Learning.DEFAULT,
            SCHEDULER,
            Replay.OFF,
            "");
    families.forEach(name -> trust.put(name, new Trust()));
    state = CurriculumState.start(curriculum, reliabilities());
  }

  private Map<String, Reliability> reliabilities() {
    return trust.entrySet().stream()
        .collect(Collectors.toMap(Map.Entry::getKey, entry -> entry.getValue().reliability()));
  }

  /** So many families, each drawn by itself. */
  List<String> choose(int count) {
    Distribution distribution = state.distribution(GROUP);
    return IntStream.range(0, count)
        .mapToObj(i -> distribution.sample(random).cell().family())
        .toList();
  }

  /** Labels say how far the verdict on an answer was true. */
  void told(String family, boolean passed, boolean isWrong) {
    trust.get(family).add(passed, isWrong);
  }

  /** A round's verdicts are learnt from, with the trust that the labels so far allow. */
  void learn(List<Round.Family> families) {
    for (Round.Family family : families)
      if (family.answers() > 0)
        state =
            state
                .learn(
                    new Lesson(
                        new Cell(family.name(), NO_LEVELS), family.answers(), family.rewarded()))
                .state();
    state =
        CurriculumState.restore(
            curriculum,
            reliabilities(),
            state.lessons(),
            state.cells(),
            state.reach(),
            state.difficulty());
    trust.values().forEach(Trust::fade);
  }
}
