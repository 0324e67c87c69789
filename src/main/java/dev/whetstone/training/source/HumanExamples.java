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
 * beginning stand side by side. A step that was labelled more than once gets the mean. What is
 * labelled with less than full confidence is a soft label: P(right).
 */
public final class HumanExamples {
  private HumanExamples() {}

  /** Each set weighs as much as the next, with 1 for a step in the mean. */
  public static List<Example> balanced(List<List<Labelled>> sets) {
    double steps = sets.stream().mapToLong(HumanExamples::known).sum();
    return sets.stream()
        .flatMap(set -> of(set, steps / sets.size() / Math.max(1, known(set))).stream())
        .toList();
  }

  private static long known(List<Labelled> set) {
    return set.stream()
        .flatMap(labelled -> labelled.truth().steps().stream())
        .filter(StepLabel::isKnown)
        .count();
  }

  public static List<Example> of(List<Labelled> solutions, double weight) {
    Map<String, Branch> problems = new LinkedHashMap<>();
    for (Labelled labelled : solutions)
      problems.computeIfAbsent(labelled.solution().problem(), none -> new Branch()).add(labelled);
    List<Example> examples = new ArrayList<>();
    problems.forEach((problem, root) -> examples.add(root.example(problem, weight)));
    return examples;
  }

  private static final class Branch {
    private final Map<String, Branch> next = new LinkedHashMap<>();
    private int labels;
    private double rights;

    /** What follows the first error is not known to be anything. */
    void add(Labelled labelled) {
      Branch at = this;
      double doubt = doubtOfRight(labelled);
      for (int i = 0; i < labelled.solution().steps().size(); i++) {
        at = at.next.computeIfAbsent(labelled.solution().steps().get(i), none -> new Branch());
        StepLabel label = labelled.truth().steps().get(i);
        if (label.isRight()) at.label(1 - doubt);
        if (label == StepLabel.WRONG) {
          at.label(1 - labelled.confidence());
          return;
        }
      }
    }

    /**
     * Where some step is said to be wrong, those before it are right either way. Where none is, and
     * yet one is, it may be any of them.
     */
    private static double doubtOfRight(Labelled labelled) {
      return labelled.truth().hasError()
          ? 0
          : (1 - labelled.confidence()) / labelled.solution().steps().size();
    }

    private void label(double right) {
      labels++;
      rights += right;
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
      float right = (float) (rights / labels);
      return Optional.of(new Target(right, (float) (weight * labels), Target.NO_KIND, 0, 0));
    }
  }
}
