package dev.whetstone.training.simulation;

import dev.whetstone.benchmark.label.Labelled;
import dev.whetstone.benchmark.label.Truth;

/** The same solution, as somebody else labelled it. */
final class Relabelled {
  private Relabelled() {}

  static Labelled of(Labelled item, String set, Truth truth) {
    return new Labelled(
        set,
        item.id(),
        item.split(),
        item.solution(),
        truth,
        item.finalAnswerCorrect(),
        item.provenance());
  }
}
