package dev.whetstone.training.promotion;

import dev.whetstone.benchmark.Judge;
import dev.whetstone.benchmark.Judgement;
import dev.whetstone.benchmark.TrainedOn;
import dev.whetstone.benchmark.label.Labelled;
import dev.whetstone.benchmark.label.StepLabel;
import dev.whetstone.task.Hash;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.function.IntConsumer;
import java.util.function.ToDoubleFunction;

/**
 * Knows the truth and tells it as often as it is told to; always sure.
 *
 * @param accuracy by item; which ones it gets wrong is a matter of its name
 */
record KnowingJudge(String name, TrainedOn trainedOn, ToDoubleFunction<Labelled> accuracy)
    implements Judge {
  static KnowingJudge of(String name, double accuracy) {
    return new KnowingJudge(name, TrainedOn.UNSAID, item -> accuracy);
  }

  @Override
  public String about() {
    return "told the truth, and tells it now and then";
  }

  @Override
  public List<Judgement> judge(List<Labelled> items, IntConsumer done) {
    List<Judgement> judgements = new ArrayList<>();
    for (Labelled item : items) {
      done.accept(1);
      judgements.add(said(item));
    }
    return judgements;
  }

  private Judgement said(Labelled item) {
    String[] texts = item.solution().steps().toArray(String[]::new);
    long hash = Hash.of(name, item.solution().problem(), Hash.of(texts).hex()).asLong();
    boolean tells = (hash >>> 11) * 0x1p-53 < accuracy.applyAsDouble(item);
    boolean right = tells != item.truth().hasError();
    int first = Math.max(0, item.truth().steps().indexOf(StepLabel.WRONG));
    List<Double> steps = new ArrayList<>();
    for (int i = 0; i < item.solution().steps().size(); i++)
      steps.add(right || i != first ? 0.99 : 0.01);
    return new Judgement.Said(
        steps, right ? OptionalInt.empty() : OptionalInt.of(first), right, right ? 0.95 : 0.01);
  }
}
