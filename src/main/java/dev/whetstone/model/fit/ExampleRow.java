package dev.whetstone.model.fit;

import dev.whetstone.model.text.Before;
import dev.whetstone.model.text.Node;
import dev.whetstone.model.text.Row;
import dev.whetstone.model.text.Rows;
import dev.whetstone.model.text.StepTokenizer;
import dev.whetstone.model.text.Tokens;
import java.util.ArrayList;
import java.util.List;

/**
 * An example laid out as one row, with the targets of its steps.
 *
 * @param example where the targets and the texts are
 * @param nodes the example's steps as tokens
 */
record ExampleRow(Row row, Example example, List<Node> nodes) {
  /** The rows of an example; steps that with their problem exceed the positions are left out. */
  static List<ExampleRow> of(Example example, StepTokenizer tokenizer, int positions, int max) {
    Tokens problem = tokenizer.plain(example.problem());
    List<Node> nodes = nodes(example, tokenizer, problem, positions);
    List<ExampleRow> rows = new ArrayList<>();
    for (Row row : Rows.of(problem, nodes, positions, max))
      rows.add(new ExampleRow(row, example, nodes));
    return rows;
  }

  private static List<Node> nodes(
      Example example, StepTokenizer tokenizer, Tokens problem, int positions) {
    List<Node> nodes = new ArrayList<>();
    List<Before> befores = new ArrayList<>();
    Before given = Before.ofProblem(example.problem());
    for (Example.Step step : example.steps()) {
      Before before = step.parent() < 0 ? given : befores.get(step.parent());
      Tokens tokens = tokenizer.step(step.text(), before);
      boolean fits = problem.length() + 3 + tokens.length() <= positions;
      nodes.add(new Node(step.parent(), tokens, fits && step.target().isPresent()));
      befores.add(before.then(step.text()));
    }
    return nodes;
  }
}
