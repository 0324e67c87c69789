package dev.whetstone.training.promotion;

import dev.whetstone.benchmark.Judge;
import dev.whetstone.benchmark.Judged;
import dev.whetstone.benchmark.Judgement;
import dev.whetstone.benchmark.TrainedOn;
import dev.whetstone.benchmark.label.Labelled;
import java.util.List;
import java.util.function.IntConsumer;

/** A judge's word, for a report after its model is gone. */
record Remembered(String name, String about, TrainedOn trainedOn, List<Judged> judged)
    implements Judge {
  static Remembered of(Judge judge, List<Judged> judged) {
    return new Remembered(judge.name(), judge.about(), judge.trainedOn(), judged);
  }

  Remembered with(List<Judged> some) {
    return new Remembered(name, about, trainedOn, some);
  }

  @Override
  public List<Judgement> judge(List<Labelled> items, IntConsumer done) {
    if (!items.equals(judged.stream().map(Judged::item).toList()))
      throw new IllegalArgumentException("it was not asked about these");
    return judged.stream().map(Judged::judgement).toList();
  }
}
