package dev.whetstone.model.host;

import dev.whetstone.model.Derivation;
import dev.whetstone.model.StepTree;
import dev.whetstone.model.Unscorable;
import dev.whetstone.model.text.Node;
import dev.whetstone.model.text.Row;
import dev.whetstone.model.text.Rows;
import dev.whetstone.model.text.StepTokenizer;
import dev.whetstone.model.text.Windows;
import dev.whetstone.model.wide.LogisticRegression;
import java.util.List;

/**
 * How the step verifier makes texts ready.
 *
 * @param window tokens of a path from the problem to a step
 */
record Preparation(StepTokenizer tokenizer, LogisticRegression wide, int window, Bounds bounds) {
  /** A row of a tree is so many windows long: the longer, the more steps share what is before. */
  private static final int WINDOWS = 2;

  Windowed derivation(Derivation derivation) throws Unscorable {
    bounds.require(derivation);
    Plain plain = new Plain(StepTree.of(derivation), tokenizer, window, bounds);
    return windowed(plain.whole(), window);
  }

  Windowed tree(StepTree tree) throws Unscorable {
    if (tree.steps().isEmpty()) throw new Unscorable("a tree without steps");
    Plain plain = new Plain(tree, tokenizer, window, bounds);
    return windowed(plain.part(), Math.clamp(bounds.callTokens(), window, WINDOWS * window));
  }

  private Windowed windowed(Plain plain, int row) {
    List<Windowed.Step> steps = new Noted(plain, wide).steps();
    List<Node> nodes = steps.stream().map(Windowed.Step::node).toList();
    Windows windows = Windows.of(plain.problem(), nodes, window);
    List<Row> rows = Rows.of(plain.problem(), windows.nodes(), window, row);
    return new Windowed(plain.tree(), steps, windows.origins(), rows);
  }
}
