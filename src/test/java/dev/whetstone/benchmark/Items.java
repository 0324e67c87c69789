package dev.whetstone.benchmark;

import dev.whetstone.benchmark.label.Labelled;
import dev.whetstone.benchmark.label.Labelled.Provenance;
import dev.whetstone.benchmark.label.Labelled.Split;
import dev.whetstone.benchmark.label.StepLabel;
import dev.whetstone.benchmark.label.Truth;
import dev.whetstone.model.Derivation;
import dev.whetstone.task.Hash;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.IntStream;

/** Labelled solutions for tests. */
public final class Items {
  /** Where there is no error. */
  public static final int NONE = -1;

  private Items() {}

  /** A solution whose first error is known. */
  public static Labelled solution(String set, String problem, int steps, int firstError) {
    OptionalInt first = firstError < 0 ? OptionalInt.empty() : OptionalInt.of(firstError);
    return item(set, problem, texts(steps), Truth.ofFirstError(steps, first));
  }

  /** A last step, labelled alone. */
  public static Labelled step(String problem, List<String> steps, boolean right) {
    StepLabel label = right ? StepLabel.RIGHT : StepLabel.WRONG;
    return item("steps", problem, steps, Truth.ofLastStep(steps.size(), label));
  }

  public static List<String> texts(int steps) {
    return IntStream.range(0, steps).mapToObj(i -> "step " + i).toList();
  }

  private static Labelled item(String set, String problem, List<String> steps, Truth truth) {
    return new Labelled(
        set,
        Hash.of(problem, steps.toString(), truth.toString()).hex(),
        Split.TEST,
        new Derivation(problem, steps),
        truth,
        Optional.empty(),
        new Provenance("a generator", "human: us", "MIT"));
  }

  /** What a judge with a threshold of 1/2 says. */
  public static Judged judged(Labelled item, Double... scores) {
    return new Judged(item, Judgement.Said.below(0.5, List.of(scores)));
  }

  public static Judged refused(Labelled item) {
    return new Judged(item, new Judgement.Refused("too long"));
  }
}
