package dev.whetstone.training.source;

import dev.whetstone.benchmark.label.Labelled;
import dev.whetstone.model.fit.Example;
import java.util.List;
import java.util.random.RandomGenerator;

/** Right solutions with, beside their steps, ones whose calculations are broken on purpose. */
public final class BrokenExamples {
  private BrokenExamples() {}

  /** Solutions with an error are passed over. */
  public static List<Example> of(List<Labelled> solutions, double weight, RandomGenerator random) {
    Corruption corruption = new Corruption(random, weight);
    return solutions.stream()
        .filter(labelled -> !labelled.truth().hasError())
        .map(l -> corruption.example(l.solution().problem(), l.solution().steps()))
        .toList();
  }
}
