package dev.whetstone.training.source;

import dev.whetstone.benchmark.label.Labelled;
import dev.whetstone.benchmark.label.StepLabel;
import dev.whetstone.model.fit.Example;
import dev.whetstone.model.fit.Example.Step;
import dev.whetstone.model.fit.Example.Target;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Labelled solutions as examples: those of one problem in one tree, in which steps that share their
 * beginning stand side by side. A step that was labelled more than once gets the mean.
 */
public final class HumanExamples {
  private HumanExamples() {}

  public static List<Example> of(List<Labelled> solutions, double weight) {
    Map<String, Branch> problems = new LinkedHashMap<>();
    for (Labelled labelled : solutions)
      problems
          .computeIfAbsent(labelled.solution().problem(), none -> new Branch())
          .add(labelled.solution().steps(), labelled.truth().steps());
    List<Example> examples = new ArrayList<>();
    problems.forEach((problem, root) -> examples.add(root.example(problem, weight)));
    return examples;
  }

  private static final class Branch {
    private final Map<String, Branch> next = new LinkedHashMap<>();
    private int labels;
    private int rights;

    /** What follows the first error is not known to be anything. */
    void add(List<String> steps, List<StepLabel> truth) {
      Branch at = this;
      for (int i = 0; i < steps.size(); i++) {
        at = at.next.computeIfAbsent(steps.get(i), none -> new Branch());
        at.label(truth.get(i));
        if (truth.get(i) == StepLabel.WRONG) return;
      }
    }

    private void label(StepLabel label) {
      if (!label.isKnown()) return;
      labels++;
      if (label.isRight()) rights++;
    }

    Example example(String problem, double weight) {
      List<Step> steps = new ArrayList<>();
      lay(-1, steps, weight);
      return new Example(problem, steps);
    }

    private void lay(int parent, List<Step> steps, double weight) {
      next.forEach(
          (text, branch) -> {
            steps.add(new Step(parent, text, branch.target(weight)));
            branch.lay(steps.size() - 1, steps, weight);
          });
    }

    private Optional<Target> target(double weight) {
      if (labels == 0) return Optional.empty();
      float right = (float) rights / labels;
      return Optional.of(new Target(right, (float) (weight * labels), Target.NO_KIND, 0, 0));
    }
  }
}
