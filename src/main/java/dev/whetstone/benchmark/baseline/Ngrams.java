package dev.whetstone.benchmark.baseline;

import dev.whetstone.benchmark.Judge;
import dev.whetstone.benchmark.Judged;
import dev.whetstone.benchmark.Judgement;
import dev.whetstone.benchmark.label.Labelled;
import dev.whetstone.benchmark.label.StepLabel;
import dev.whetstone.benchmark.metric.BalancedThreshold;
import dev.whetstone.model.wide.Features;
import dev.whetstone.model.wide.LogisticRegression;
import dev.whetstone.model.wide.StepFeatures;
import dev.whetstone.task.Hash;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.IntConsumer;

/**
 * Logistic regression on what can be seen of a step without understanding it. Its threshold is the
 * balanced one on a tenth of the training problems, which its weights were not fitted on.
 */
public final class Ngrams implements Judge {
  private final LogisticRegression model;
  private final double threshold;
  private final int steps;

  private Ngrams(LogisticRegression model, double threshold, int steps) {
    this.model = model;
    this.threshold = threshold;
    this.steps = steps;
  }

  /** Collects the training data one by one; their texts are not kept. */
  public static final class Training {
    private final Rows fitted = new Rows();
    private final Rows heldOut = new Rows();
    private final Set<String> measured;

    /**
     * @param measured problems that the judge will be measured on, as {@link Judged#problem} tells
     *     them: nothing is learned from these
     */
    public Training(Set<String> measured) {
      this.measured = Set.copyOf(measured);
    }

    public void add(Labelled item) {
      String problem = Judged.problem(item);
      if (measured.contains(problem)) return;
      boolean out = Math.floorMod(Hash.ofText(problem).asLong(), 10) == 0;
      (out ? heldOut : fitted).add(item);
    }

    /** Steps to learn from. */
    public int size() {
      return fitted.features.size();
    }

    public Ngrams fit() {
      LogisticRegression model = LogisticRegression.fit(fitted.features, fitted.outcomes());
      List<Double> scores = heldOut.features.stream().map(model::probability).toList();
      return new Ngrams(model, BalancedThreshold.of(scores, heldOut.right), size());
    }
  }

  /** Labelled steps, as they are learned from. */
  private static final class Rows {
    final List<Features> features = new ArrayList<>();
    final List<Boolean> right = new ArrayList<>();

    List<Double> outcomes() {
      return right.stream().map(yes -> yes ? 1.0 : 0.0).toList();
    }

    void add(Labelled item) {
      List<StepLabel> labels = item.truth().steps();
      int first = (int) labels.stream().takeWhile(label -> !label.isKnown()).count();
      List<Features> steps = StepFeatures.plain(first, item.solution());
      for (int step = first; step < labels.size(); step++)
        if (labels.get(step).isKnown()) {
          features.add(steps.get(step - first));
          right.add(labels.get(step).isRight());
        }
    }
  }

  @Override
  public String name() {
    return "n-gram regression";
  }

  @Override
  public String about() {
    return String.format(
        Locale.ROOT,
        "logistic regression on word and digit n-grams, origins of numbers and recomputed"
            + " equations, trained on %,d human-labelled steps; our verifiers have the same"
            + " features beside their network",
        steps);
  }

  @Override
  public List<Judgement> judge(List<Labelled> items, IntConsumer done) {
    List<Judgement> judgements = new ArrayList<>();
    for (Labelled item : items)
      judgements.add(Judgement.Said.below(threshold, scores(model, item)));
    done.accept(items.size());
    return judgements;
  }

  private static List<Double> scores(LogisticRegression model, Labelled item) {
    return StepFeatures.plain(0, item.solution()).stream().map(model::probability).toList();
  }
}
