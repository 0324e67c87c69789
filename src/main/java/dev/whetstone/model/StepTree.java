package dev.whetstone.model;

import java.util.ArrayList;
import java.util.List;

/** A problem and a tree of steps: solutions that share a beginning share its steps. */
public record StepTree(String problem, List<Step> steps) {
  public StepTree {
    steps = List.copyOf(steps);
    for (int i = 0; i < steps.size(); i++)
      if (steps.get(i).parent() < -1 || steps.get(i).parent() >= i)
        throw new IllegalArgumentException("step " + i + " stands before its parent");
  }

  /**
   * @param parent index of the step before it, always smaller than its own; -1 for the problem
   */
  public record Step(int parent, String text) {}

  /** A tree of one branch. */
  public static StepTree of(Derivation derivation) {
    List<Step> steps = new ArrayList<>();
    for (String text : derivation.steps()) steps.add(new Step(steps.size() - 1, text));
    return new StepTree(derivation.problem(), steps);
  }

  /** Indices of the steps that lead to this one, itself the last. */
  public List<Integer> path(int step) {
    List<Integer> path = new ArrayList<>();
    for (int up = step; up >= 0; up = steps.get(up).parent()) path.add(up);
    return path.reversed();
  }

  /** The problem, and the steps that lead to this one with it. */
  public Derivation derivation(int step) {
    return new Derivation(problem, path(step).stream().map(i -> steps.get(i).text()).toList());
  }
}
