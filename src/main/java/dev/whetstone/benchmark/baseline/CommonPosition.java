package dev.whetstone.benchmark.baseline;

import dev.whetstone.benchmark.Judge;
import dev.whetstone.benchmark.Judged;
import dev.whetstone.benchmark.Judgement;
import dev.whetstone.benchmark.label.Labelled;
import dev.whetstone.benchmark.label.StepLabel;
import dev.whetstone.task.Hash;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.function.IntConsumer;

/**
 * Says of every solution that the first error is where it most often is, and of each step how often
 * a step at its place is right: in those four fifths of the item's own set that its problem is not
 * in. (Leaving out one problem alone would score it low for being right itself.) It never says that
 * a solution is right, so its F1 is 0.
 */
public final class CommonPosition implements Judge {
  private static final int FOLDS = 5;

  /** Later places are taken together. */
  private static final int LAST = 63;

  @Override
  public String name() {
    return "most common position";
  }

  @Override
  public String about() {
    return "how often a step at its place is right, and where the first error most often is, in the"
        + " other problems of the same set";
  }

  @Override
  public List<Judgement> judge(List<Labelled> items, IntConsumer done) {
    Map<String, Counts> sets = new HashMap<>();
    Map<List<Object>, Counts> folds = new HashMap<>();
    for (Labelled item : items) {
      sets.computeIfAbsent(item.set(), set -> new Counts()).add(item);
      folds.computeIfAbsent(fold(item), fold -> new Counts()).add(item);
    }
    List<Judgement> judgements = new ArrayList<>();
    for (Labelled item : items)
      judgements.add(judge(item, sets.get(item.set()).without(folds.get(fold(item)))));
    done.accept(items.size());
    return judgements;
  }

  private static List<Object> fold(Labelled item) {
    long hash = Hash.ofText(Judged.problem(item)).asLong();
    return List.of(item.set(), Math.floorMod(hash, FOLDS));
  }

  private static Judgement judge(Labelled item, Counts others) {
    List<Double> scores = new ArrayList<>();
    for (int i = 0; i < item.solution().steps().size(); i++) scores.add(others.shareRight(i));
    int first = Math.min(others.mostCommon(), item.solution().steps().size() - 1);
    double lowest = scores.stream().mapToDouble(p -> p).min().orElseThrow();
    return new Judgement.Said(scores, OptionalInt.of(first), false, lowest);
  }

  private static final class Counts {
    private final int[] right = new int[LAST + 1];
    private final int[] wrong = new int[LAST + 1];

    void add(Labelled item) {
      for (int i = 0; i < item.solution().steps().size(); i++) {
        StepLabel label = item.truth().steps().get(i);
        if (label.isRight()) right[Math.min(i, LAST)]++;
        if (label == StepLabel.WRONG) wrong[Math.min(i, LAST)]++;
      }
    }

    Counts without(Counts some) {
      Counts rest = new Counts();
      for (int i = 0; i <= LAST; i++) {
        rest.right[i] = right[i] - some.right[i];
        rest.wrong[i] = wrong[i] - some.wrong[i];
      }
      return rest;
    }

    /** Laplace's rule: (right + 1) / (labelled + 2). */
    double shareRight(int step) {
      int place = Math.min(step, LAST);
      return (right[place] + 1.0) / (right[place] + wrong[place] + 2.0);
    }

    /** The earliest of them. */
    int mostCommon() {
      int most = 0;
      for (int i = 1; i <= LAST; i++) if (wrong[i] > wrong[most]) most = i;
      return most;
    }
  }
}
