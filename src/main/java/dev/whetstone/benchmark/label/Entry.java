package dev.whetstone.benchmark.label;

import static dev.whetstone.benchmark.label.Refusal.Reason.EMPTY;
import static dev.whetstone.benchmark.label.Refusal.Reason.OUT_OF_RANGE;

import dev.whetstone.benchmark.label.Refusal.Refused;
import dev.whetstone.model.Derivation;
import dev.whetstone.task.Hash;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/** What a format tells of one solution; set, split and licence are told by the {@link Origin}. */
record Entry(
    String id,
    Derivation solution,
    Truth truth,
    Optional<Boolean> finalAnswerCorrect,
    String generator,
    String labelSource) {
  /** Where nobody said who. */
  static final String NOBODY = "unknown";

  private static final int ID_LENGTH = 16;

  /** A name made from the content, where a format gives none. */
  static String idOf(String problem, List<String> steps) {
    List<String> texts = new ArrayList<>(List.of(problem));
    texts.addAll(steps);
    return Hash.of(texts.toArray(String[]::new)).hex().substring(0, ID_LENGTH);
  }

  /** A blank step is none. */
  static List<String> withoutBlank(String name, List<String> texts) throws Refused {
    List<String> steps = texts.stream().filter(text -> !text.isBlank()).toList();
    if (steps.isEmpty()) throw new Refused(EMPTY, name + " holds no step");
    return steps;
  }

  static void requireNoneBlank(List<String> steps) throws Refused {
    for (int i = 0; i < steps.size(); i++)
      if (steps.get(i).isBlank()) throw new Refused(EMPTY, "step %d is empty".formatted(i + 1));
  }

  /**
   * @param first from 0; -1 where all are right
   */
  static Truth truth(String name, int first, int steps) throws Refused {
    if (first < -1 || first >= steps)
      throw new Refused(
          OUT_OF_RANGE,
          "%s is %d, and there are %d steps from 0 (-1: none)".formatted(name, first, steps));
    return Truth.ofFirstError(steps, first < 0 ? OptionalInt.empty() : OptionalInt.of(first));
  }
}
