package dev.whetstone.model.host;

import dev.whetstone.model.Prepared;
import dev.whetstone.model.StepTree;
import dev.whetstone.model.text.Node;
import dev.whetstone.model.text.Row;
import dev.whetstone.model.wide.Prior;
import java.util.List;

/**
 * A tree of steps, or a derivation as one of one branch, in rows for the step verifier; each step
 * is scored in one of them.
 *
 * @param steps those that can be read
 * @param origins index into {@code steps} of each node that the rows speak of
 */
record Windowed(StepTree tree, List<Step> steps, List<Integer> origins, List<Row> rows)
    implements Prepared {
  /**
   * @param index in the tree
   * @param prior what the linear model says of it
   */
  record Step(int index, Node node, Prior prior) {}

  /** The step at this place of a row. */
  Step step(Row.Step place) {
    return steps.get(origins.get(place.node()));
  }

  /** Its text. */
  String text(Step step) {
    return tree.steps().get(step.index()).text();
  }

  @Override
  public int longest() {
    return rows.stream().mapToInt(Row::length).max().orElseThrow();
  }

  @Override
  public int windows() {
    return rows.size();
  }
}
