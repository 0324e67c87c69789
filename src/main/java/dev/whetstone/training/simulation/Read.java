package dev.whetstone.training.simulation;

import dev.whetstone.benchmark.label.Labelled;
import dev.whetstone.benchmark.label.Truth;
import dev.whetstone.model.wide.Features;
import dev.whetstone.model.wide.StepFeatures;
import java.util.List;

/**
 * A solution, and what can be seen of its steps: read once for all versions.
 *
 * @param steps one for each step
 */
record Read(Labelled item, List<Features> steps) {
  static Read of(Labelled item) {
    return new Read(item, StepFeatures.from(0, item.solution()));
  }

  static List<Read> all(List<Labelled> items) {
    return items.stream().map(Read::of).toList();
  }

  /** The same solution, as it is kept elsewhere. */
  Read as(Labelled other) {
    return new Read(other, steps);
  }

  /** The same solution, as somebody else labelled it. */
  Read labelled(String set, Truth truth) {
    return as(
        new Labelled(
            set,
            item.id(),
            item.split(),
            item.solution(),
            truth,
            item.finalAnswerCorrect(),
            item.provenance()));
  }

  boolean isWrong() {
    return item.truth().hasError();
  }
}
