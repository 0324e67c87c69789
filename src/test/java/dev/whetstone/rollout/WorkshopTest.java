package dev.whetstone.rollout;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.whetstone.curriculum.replay.Edit;
import dev.whetstone.curriculum.replay.Origin;
import dev.whetstone.task.Identity;
import dev.whetstone.task.Levels;
import dev.whetstone.task.Split;
import dev.whetstone.task.TaskFamily;
import dev.whetstone.task.family.Families;
import dev.whetstone.task.gate.Criterion;
import dev.whetstone.task.gate.Failure;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class WorkshopTest {
  private static final long INDEX = 3;

  static Stream<TaskFamily> families() {
    return Families.all().stream();
  }

  /** The task of that index at the family's easiest. */
  private static Made made(TaskFamily family, Optional<Origin> origin) {
    Levels levels = Levels.lowest(family.controls());
    Identity identity = Identity.of(family, levels, Split.TRAIN, "workshop", INDEX);
    Offer offer =
        new Offer(
            new UUID(0, 1),
            new UUID(0, 2),
            identity,
            4,
            0.5,
            0,
            StepCheck.NONE,
            INDEX,
            origin,
            Optional.empty());
    return new Made(offer, identity.make(family));
  }

  private static List<Criterion> failed(TaskFamily family, Edit edit, long parent) {
    Origin origin = new Origin(parent, Levels.lowest(family.controls()), edit);
    return Workshop.judge(made(family, Optional.of(origin))).failures().stream()
        .map(Failure::criterion)
        .toList();
  }

  @ParameterizedTest
  @MethodSource("families")
  void anEditIsRefusedWhereItRepeatsItsParentAndAReplayIsNot(TaskFamily family) {
    assertEquals(List.of(), Workshop.judge(made(family, Optional.empty())).failures());
    assertEquals(List.of(), failed(family, Edit.SAME, INDEX));
    assertEquals(List.of(Criterion.NEW), failed(family, Edit.RESEED, INDEX));
    assertEquals(List.of(), failed(family, Edit.RESEED, INDEX + 4));
  }
}
