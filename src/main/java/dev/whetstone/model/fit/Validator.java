package dev.whetstone.model.fit;

import dev.whetstone.model.text.Row;
import dev.whetstone.model.wide.Prior;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;

/** Reads the validation data with the weights as they are. */
final class Validator {
  private final IdentityHashMap<Example, Integer> index = new IdentityHashMap<>();
  private final List<List<ExampleRow>> batches;

  Validator(List<Example> examples, List<ExampleRow> rows, int budget) {
    for (int i = 0; i < examples.size(); i++) index.put(examples.get(i), i);
    batches = Schedule.once(rows, budget);
  }

  /** The logits of its labelled steps that the network has a say in. */
  List<ScoredStep> scored(Fit fit) {
    List<ScoredStep> scored = new ArrayList<>();
    for (List<ExampleRow> rows : batches) {
      Batch batch = new Batch(rows);
      if (batch.steps() > 0) add(rows, fit.read(batch), scored);
    }
    return scored;
  }

  private void add(List<ExampleRow> rows, float[][] outputs, List<ScoredStep> scored) {
    int at = 0;
    for (ExampleRow row : rows)
      for (Row.Step step : row.row().steps())
        if (step.scored()) scored.add(scored(row.example(), step.node(), outputs[at++][0]));
    scored.removeIf(ScoredStep::decided);
  }

  private ScoredStep scored(Example example, int step, double output) {
    Example.Step labelled = example.steps().get(step);
    Example.Target target = labelled.target().orElseThrow();
    Prior prior = labelled.prior();
    return new ScoredStep(
        index.get(example),
        step,
        prior.with(output),
        prior.decides(),
        target.right(),
        target.weight());
  }
}
