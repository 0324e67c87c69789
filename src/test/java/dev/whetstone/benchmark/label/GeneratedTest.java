package dev.whetstone.benchmark.label;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.whetstone.model.Derivation;
import dev.whetstone.task.Hash;
import dev.whetstone.task.TaskFamily;
import dev.whetstone.task.family.Families;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class GeneratedTest {
  private static final int SEEDS = 5;
  private static final int ITEMS = 20;

  static Stream<TaskFamily> families() {
    return Families.answered().stream();
  }

  @ParameterizedTest
  @MethodSource("families")
  void halfAreRightAndHalfHaveOneFirstError(TaskFamily family) {
    for (int seed = 0; seed < SEEDS; seed++) {
      List<Labelled> items = new Generated(family, seed).items(ITEMS);
      assertEquals(ITEMS, items.size());
      assertEquals(ITEMS / 2, items.stream().filter(i -> i.truth().hasError()).count());
      assertEquals(ITEMS, items.stream().map(Labelled::id).distinct().count());
      assertEquals(
          Set.of("family/" + family.name()),
          items.stream().map(Labelled::set).collect(Collectors.toSet()));
    }
  }

  @ParameterizedTest
  @MethodSource("families")
  void noQuestionLiesInTheTrainingRange(TaskFamily family) {
    for (int seed = 0; seed < SEEDS; seed++)
      for (Labelled item : new Generated(family, seed).items(ITEMS)) {
        String question = item.solution().problem();
        assertEquals(0, Math.floorMod(Hash.of("split", question).asLong(), 8), question);
      }
  }

  @ParameterizedTest
  @MethodSource("families")
  void aRightSolutionEndsInTheRightAnswer(TaskFamily family) {
    for (int seed = 0; seed < SEEDS; seed++)
      for (Labelled item : new Generated(family, seed).items(ITEMS))
        if (!item.truth().hasError())
          assertTrue(item.finalAnswerCorrect().orElseThrow(), item.id());
  }

  @ParameterizedTest
  @MethodSource("families")
  void eachSeedHasItsOwnAndAlwaysTheSame(TaskFamily family) {
    List<Labelled> items = new Generated(family, 1).items(ITEMS);
    assertEquals(items, new Generated(family, 1).items(ITEMS));
    assertEquals(items.subList(0, 3), new Generated(family, 1).items(3));
    assertNotEquals(texts(items), texts(new Generated(family, 2).items(ITEMS)));
  }

  @ParameterizedTest
  @MethodSource("families")
  void errorsAreAtManyPlacesAndOfSeveralKinds(TaskFamily family) {
    Set<Integer> places = new HashSet<>();
    Set<String> kinds = new HashSet<>();
    for (Labelled item : new Generated(family, 3).items(80)) {
      item.truth().firstError().ifPresent(places::add);
      kinds.add(item.provenance().generator());
    }
    assertTrue(places.size() >= 2, places::toString);
    assertTrue(kinds.size() >= 3 && kinds.contains("worked, right"), kinds::toString);
  }

  private static List<Derivation> texts(List<Labelled> items) {
    return items.stream().map(Labelled::solution).toList();
  }
}
