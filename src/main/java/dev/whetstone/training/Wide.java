package dev.whetstone.training;

import dev.whetstone.model.fit.Example;
import dev.whetstone.model.wide.Features;
import dev.whetstone.model.wide.LogisticRegression;
import dev.whetstone.model.wide.LogisticRegression.Noted;
import dev.whetstone.model.wide.Prior;
import dev.whetstone.model.wide.StepFeatures;
import dev.whetstone.task.Hash;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * The linear model of a new version, and what it says of examples before the network reads them.
 * What it says of training data comes from a model that was fitted to other problems (stacking,
 * Wolpert 1992): else the network would learn to trust what was learnt by heart. Worked solutions
 * have no folds: those it is fitted to are other ones than those that the network reads.
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
   * @param examples what its surface is fitted to; with none it says 1/2 of everything
   * @param worked what its notes are fitted to
   */
  static Wide fit(List<Example> examples, Stream<Example> worked) {
    List<Sample> samples = examples.stream().flatMap(e -> samples(e).stream()).toList();
    LogisticRegression notes = LogisticRegression.ofNotes(noted(worked));
    return new Wide(
        without(-1, samples).with(notes),
        IntStream.range(0, FOLDS).mapToObj(fold -> without(fold, samples).with(notes)).toList());
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

  /** Without their surfaces, which are many times as large. */
  private static List<Noted> noted(Stream<Example> worked) {
    return worked
        .flatMap(example -> samples(example).stream())
        .map(s -> new Noted(s.features.marks(), s.features.notes(), s.right))
        .toList();
  }

  private static List<Sample> samples(Example example) {
    List<Features> features = features(example);
    List<Sample> samples = new ArrayList<>();
    for (int i = 0; i < features.size(); i++) {
      Features of = features.get(i);
      example
          .steps()
          .get(i)
          .target()
          .ifPresent(t -> samples.add(new Sample(fold(example), of, t.right())));
    }
    return samples;
  }

  private static List<Features> features(Example example) {
    return StepFeatures.ofTree(
        example.problem(),
        example.steps().stream().map(Example.Step::parent).toList(),
        example.steps().stream().map(Example.Step::text).toList());
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
    List<Features> features = features(example);
    List<Example.Step> steps = new ArrayList<>();
    for (int i = 0; i < example.steps().size(); i++) {
      Example.Step step = example.steps().get(i);
      Prior prior = model.prior(features.get(i));
      steps.add(new Example.Step(step.parent(), step.text(), step.target(), prior));
    }
    return new Example(example.problem(), steps);
  }
}
