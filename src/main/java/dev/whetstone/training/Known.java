package dev.whetstone.training;

import dev.whetstone.model.fit.Example;
import dev.whetstone.model.fit.Example.Step;
import dev.whetstone.task.Hash;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The labelled steps so far, by their problem and the steps that lead to them. */
final class Known {
  private final Set<Hash> steps = new HashSet<>();

  /**
   * The examples with each step labelled by the first that does; those without any are left out.
   */
  List<Example> without(List<Example> examples) {
    return examples.stream()
        .map(this::once)
        .filter(example -> example.steps().stream().anyMatch(step -> step.target().isPresent()))
        .toList();
  }

  private Example once(Example example) {
    List<Step> once = new ArrayList<>();
    for (int i = 0; i < example.steps().size(); i++) {
      Step step = example.steps().get(i);
      boolean known = step.target().isPresent() && !steps.add(key(example, i));
      once.add(known ? new Step(step.parent(), step.text(), Optional.empty()) : step);
    }
    return new Example(example.problem(), once);
  }

  private static Hash key(Example example, int step) {
    List<String> texts = new ArrayList<>(List.of(example.problem()));
    texts.addAll(example.path(step));
    return Hash.of(texts.toArray(String[]::new));
  }
}
