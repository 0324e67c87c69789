package dev.whetstone.training;

import dev.whetstone.model.Derivation;
import dev.whetstone.model.fit.Example;
import dev.whetstone.model.wide.Features;
import dev.whetstone.model.wide.LogisticRegression;
import dev.whetstone.model.wide.StepFeatures;
import dev.whetstone.task.Hash;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;

/**
 * The linear model of a new version, and what it says of examples before the network reads them.
 * What it says of training data comes from a model that was fitted to other problems (stacking,
 * Wolpert 1992): else the network would learn to trust what was learnt by heart.
 */
final class Wide {
  private static final int FOLDS = 5;

  private final LogisticRegression all;
  private final List<LogisticRegression> folds;

  private Wide(LogisticRegression all, List<LogisticRegression> folds) {
    this.all = all;
    this.folds = folds;
  }

  /** A labelled step. */
  private record Sample(int fold, Features features, double right) {}

  /**
   * @param examples what it is fitted to; with none it says 1/2 of everything
   */
  static Wide fit(List<Example> examples) {
    List<Sample> samples = examples.stream().flatMap(e -> samples(e).stream()).toList();
    return new Wide(
        without(-1, samples),
        IntStream.range(0, FOLDS).mapToObj(fold -> without(fold, samples)).toList());
  }

  /** One that was fitted before, to anything. */
  static Wide of(float[] weights) {
    LogisticRegression model = LogisticRegression.of(weights);
    return new Wide(model, Collections.nCopies(FOLDS, model));
  }

  private static LogisticRegression without(int fold, List<Sample> samples) {
    List<Sample> kept = samples.stream().filter(sample -> sample.fold != fold).toList();
    return LogisticRegression.fit(
        kept.stream().map(Sample::features).toList(), kept.stream().map(Sample::right).toList());
  }

  private static List<Sample> samples(Example example) {
    List<Sample> samples = new ArrayList<>();
    for (int i = 0; i < example.steps().size(); i++) {
      Features features = features(example, i);
      example
          .steps()
          .get(i)
          .target()
          .ifPresent(t -> samples.add(new Sample(fold(example), features, t.right())));
    }
    return samples;
  }

  private static Features features(Example example, int step) {
    List<String> path = example.path(step);
    Derivation derivation = new Derivation(example.problem(), path);
    return StepFeatures.from(path.size() - 1, derivation).getFirst();
  }

  private static int fold(Example example) {
    return Math.floorMod(Hash.ofText(example.problem()).asLong(), FOLDS);
  }

  LogisticRegression model() {
    return all;
  }

  /** An example that may be among those it was fitted to. */
  Example training(Example example) {
    return priors(example, folds.get(fold(example)));
  }

  /** An example that is not. */
  Example unseen(Example example) {
    return priors(example, all);
  }

  private static Example priors(Example example, LogisticRegression model) {
    List<Example.Step> steps = new ArrayList<>();
    for (int i = 0; i < example.steps().size(); i++) {
      Example.Step step = example.steps().get(i);
      double prior = model.logit(features(example, i));
      steps.add(new Example.Step(step.parent(), step.text(), step.target(), prior));
    }
    return new Example(example.problem(), steps);
  }
}
