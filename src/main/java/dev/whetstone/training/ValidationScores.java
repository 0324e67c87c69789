package dev.whetstone.training;

import dev.whetstone.model.Prepared;
import dev.whetstone.model.Scorer;
import dev.whetstone.model.StepTree;
import dev.whetstone.model.TreeReading;
import dev.whetstone.model.TreeScorer;
import dev.whetstone.model.Unscorable;
import dev.whetstone.model.fit.Example;
import dev.whetstone.model.fit.ScoredStep;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;

/** What a version that is not calibrated yet says of the labelled steps of validation trees. */
final class ValidationScores {
  /** A probability is kept this far from 0 and 1, so that it has a logit. */
  private static final double LEAST = 1e-15;

  private static final Example.Target CONTEXT = Example.Target.of(true, 0);

  private final TreeScorer scorer;
  private final List<ScoredStep> scored = new ArrayList<>();

  private ValidationScores(TreeScorer scorer) {
    this.scorer = scorer;
  }

  /**
   * @param scorer a tree scorer with slope 1 and offset 0
   * @return the logits of all steps that it can read; one without a label, which stands before
   *     labelled ones, has weight 0
   * @throws IOException if there is none
   */
  static List<ScoredStep> of(Scorer scorer, List<Example> examples) throws IOException {
    ValidationScores scores = new ValidationScores((TreeScorer) scorer);
    for (int i = 0; i < examples.size(); i++) scores.add(i, examples.get(i));
    if (scores.scored.stream().allMatch(step -> step.weight() == 0))
      throw new IOException("the validation data has no labelled step that can be scored");
    return scores.scored;
  }

  private void add(int index, Example example) {
    try {
      Prepared tree = scorer.prepare(tree(example));
      add(index, example, scorer.read(List.of(tree)).getFirst());
    } catch (Unscorable e) {
      // Nothing of it can be read, by a server no more than here.
    }
  }

  private static StepTree tree(Example example) {
    return new StepTree(
        example.problem(),
        example.steps().stream().map(s -> new StepTree.Step(s.parent(), s.text())).toList());
  }

  private void add(int index, Example example, TreeReading reading) {
    for (int i = 0; i < example.steps().size(); i++) {
      OptionalDouble right = reading.steps().get(i);
      if (right.isEmpty()) continue;
      Example.Target target = example.steps().get(i).target().orElse(CONTEXT);
      double logit = logit(right.getAsDouble());
      boolean decided = example.steps().get(i).prior().decides();
      scored.add(new ScoredStep(index, i, logit, decided, target.right(), target.weight()));
    }
  }

  static double logit(double p) {
    double kept = Math.clamp(p, LEAST, 1 - LEAST);
    return Math.log(kept / (1 - kept));
  }
}
