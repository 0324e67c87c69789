package dev.whetstone.training.simulation;

import dev.whetstone.benchmark.Judged;
import dev.whetstone.benchmark.Judgement.Said;
import dev.whetstone.benchmark.label.StepLabel;
import dev.whetstone.benchmark.metric.BalancedThreshold;
import dev.whetstone.benchmark.metric.Clusters;
import dev.whetstone.benchmark.metric.Ranking;
import dev.whetstone.model.wide.Features;
import dev.whetstone.model.wide.LogisticRegression;
import dev.whetstone.model.wide.LogisticRegression.Noted;
import dev.whetstone.task.Hash;
import java.util.ArrayList;
import java.util.List;

/**
 * The linear part of the step verifier by itself, which is fitted in a second: surface and notes of
 * each step. A solution is wrong from its first step below a threshold that was found on labels it
 * was not fitted to.
 */
record LinearVerifier(int version, LogisticRegression model, double threshold) {
  /** One problem in so many is kept for the threshold. */
  private static final int FOLDS = 5;

  static LinearVerifier fit(int version, List<Read> labelled) {
    LogisticRegression model = model(labelled.stream().filter(read -> !isKept(read)).toList());
    List<Read> kept = labelled.stream().filter(LinearVerifier::isKept).toList();
    double threshold =
        BalancedThreshold.of(
            kept.stream().map(read -> lowest(model, read)).toList(),
            kept.stream().map(read -> !read.item().truth().hasError()).toList());
    return new LinearVerifier(version, model, threshold);
  }

  private static boolean isKept(Read read) {
    return Math.floorMod(Hash.ofText(Judged.problem(read.item())).asLong(), FOLDS) == 0;
  }

  private static double lowest(LogisticRegression model, Read read) {
    return read.steps().stream().mapToDouble(model::probability).min().orElse(1);
  }

  private static LogisticRegression model(List<Read> labelled) {
    List<Features> rows = new ArrayList<>();
    List<Double> right = new ArrayList<>();
    List<Noted> noted = new ArrayList<>();
    for (Read read : labelled)
      for (int i = 0; i < read.steps().size(); i++) {
        StepLabel label = read.item().truth().steps().get(i);
        if (!label.isKnown()) continue;
        Features features = read.steps().get(i);
        double outcome = label.isRight() ? 1 : 0;
        rows.add(features);
        right.add(outcome);
        noted.add(new Noted(features.marks(), features.notes(), outcome));
      }
    return LogisticRegression.fit(rows, right).with(LogisticRegression.ofNotes(noted));
  }

  Judged judged(Read read) {
    return new Judged(read.item(), says(read));
  }

  Said says(Read read) {
    return Said.below(threshold, read.steps().stream().map(model::probability).toList());
  }

  List<Judged> judged(List<Read> reads) {
    return reads.stream().map(this::judged).toList();
  }

  /**
   * The mean of the shares of right and of wrong solutions that it tells rightly: 1/2 for whoever
   * says the same of all; NaN where one kind is missing.
   */
  double accuracy(List<Read> reads) {
    return (toldRightly(reads, false) + toldRightly(reads, true)) / 2;
  }

  /**
   * P(it finds a right solution's worst step better than a wrong one's), ties halved: what its
   * ranking is worth where its threshold, which is that of other work, says the same of all; 1/2
   * for whoever guesses, NaN where one kind is missing.
   */
  double auc(List<Read> reads) {
    double[] scores = new double[reads.size()];
    boolean[] right = new boolean[scores.length];
    for (int i = 0; i < scores.length; i++) {
      scores[i] = lowest(model, reads.get(i));
      right[i] = !reads.get(i).isWrong();
    }
    Clusters each = Clusters.of(reads.stream().map(read -> read.item().id()).toList());
    return new Ranking(scores, right, each).auc(each.once());
  }

  private double toldRightly(List<Read> reads, boolean wrong) {
    return reads.stream()
        .filter(read -> read.isWrong() == wrong)
        .mapToDouble(read -> says(read).right() != wrong ? 1 : 0)
        .average()
        .orElse(Double.NaN);
  }
}
