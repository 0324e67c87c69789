package dev.whetstone.model.wide;

import java.util.List;

/** What stands before each step of a tree: read once for all that follow, and kept until then. */
final class Contexts {
  private final List<Integer> parents;

  /** Of the problem, and of each step: the last that follows; 0 for a step that none does. */
  private final int[] lastChild;

  private final Context[] behind;

  /**
   * @param parents of each step: an earlier one, or -1
   */
  Contexts(Context problem, List<Integer> parents) {
    this.parents = parents;
    lastChild = new int[parents.size() + 1];
    for (int step = 0; step < parents.size(); step++) lastChild[before(step)] = step;
    behind = new Context[lastChild.length];
    behind[0] = problem;
  }

  private int before(int step) {
    return parents.get(step) + 1;
  }

  /** Of a step, until it is added. */
  Context of(int step) {
    return behind[before(step)];
  }

  /** Steps are added in the tree's order. */
  void add(int step, StepText text) {
    Context context = of(step);
    boolean last = lastChild[before(step)] == step;
    if (last) behind[before(step)] = null;
    if (lastChild[step + 1] == 0) return;
    behind[step + 1] = last ? context : context.copy();
    behind[step + 1].add(text);
  }
}
