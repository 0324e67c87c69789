package dev.whetstone.benchmark;

import dev.whetstone.benchmark.label.Labelled;
import dev.whetstone.model.StepTree;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The solutions of one problem as one tree: those that share their beginning share its steps.
 *
 * @param items which these are, by their places in a list
 * @param ends the step of the tree that each of them ends with
 */
record ProblemTree(StepTree tree, List<Integer> items, List<Integer> ends) {
  /** In the order of the problems' first solutions. */
  static List<ProblemTree> of(List<Labelled> items) {
    Map<String, Growth> problems = new LinkedHashMap<>();
    for (int i = 0; i < items.size(); i++)
      problems
          .computeIfAbsent(items.get(i).solution().problem(), none -> new Growth())
          .add(i, items.get(i).solution().steps());
    List<ProblemTree> trees = new ArrayList<>();
    problems.forEach((problem, growth) -> trees.add(growth.tree(problem)));
    return trees;
  }

  private static final class Growth {
    private final List<StepTree.Step> steps = new ArrayList<>();
    private final Map<StepTree.Step, Integer> known = new HashMap<>();
    private final List<Integer> items = new ArrayList<>();
    private final List<Integer> ends = new ArrayList<>();

    void add(int item, List<String> texts) {
      int at = -1;
      for (String text : texts) at = step(new StepTree.Step(at, text));
      items.add(item);
      ends.add(at);
    }

    private int step(StepTree.Step step) {
      Integer there = known.putIfAbsent(step, steps.size());
      if (there != null) return there;
      steps.add(step);
      return steps.size() - 1;
    }

    ProblemTree tree(String problem) {
      return new ProblemTree(new StepTree(problem, steps), items, ends);
    }
  }
}
