package dev.whetstone.model.host;

import dev.whetstone.model.Derivation;
import dev.whetstone.model.Prepared;
import dev.whetstone.model.Unscorable;
import dev.whetstone.model.text.Before;
import dev.whetstone.model.text.Node;
import dev.whetstone.model.text.Row;
import dev.whetstone.model.text.Rows;
import dev.whetstone.model.text.Tokenizer;
import dev.whetstone.model.text.Tokens;
import dev.whetstone.model.wide.LogisticRegression;
import dev.whetstone.model.wide.StepFeatures;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;

/**
 * A derivation in rows for the step verifier; each step is scored in one of them.
 *
 * @param tokens of each step
 * @param priors log odds of each step by the linear model
 */
record Windowed(Derivation derivation, List<Tokens> tokens, List<Double> priors, List<Row> rows)
    implements Prepared {
  /**
   * @throws Unscorable without steps, or if a step with its problem is longer than a window
   */
  static Windowed of(
      Derivation derivation, Tokenizer tokenizer, LogisticRegression wide, int window)
      throws Unscorable {
    if (derivation.steps().isEmpty()) throw new Unscorable("a derivation without steps");
    Tokens problem = tokenizer.problem(derivation.problem());
    List<Node> nodes = nodes(derivation, tokenizer);
    OptionalInt tooLong = Rows.tooLong(problem, nodes, window);
    if (tooLong.isPresent()) throw tooLong(tooLong.getAsInt(), problem, nodes, window);
    List<Tokens> tokens = nodes.stream().map(Node::tokens).toList();
    List<Double> priors = StepFeatures.from(0, derivation).stream().map(wide::logit).toList();
    return new Windowed(derivation, tokens, priors, Rows.of(problem, nodes, window, window));
  }

  private static List<Node> nodes(Derivation derivation, Tokenizer tokenizer) {
    List<Node> nodes = new ArrayList<>();
    Before before = Before.ofProblem(derivation.problem());
    for (String step : derivation.steps()) {
      nodes.add(new Node(nodes.size() - 1, tokenizer.step(step, before), true));
      before = before.then(step);
    }
    return nodes;
  }

  private static Unscorable tooLong(int step, Tokens problem, List<Node> nodes, int window) {
    return new Unscorable(
        "step %d of %d tokens and its problem of %d do not fit a window of %d tokens"
            .formatted(step, nodes.get(step).tokens().length(), problem.length(), window));
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
