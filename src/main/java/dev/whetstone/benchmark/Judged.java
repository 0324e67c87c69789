package dev.whetstone.benchmark;

import dev.whetstone.benchmark.label.Labelled;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntConsumer;

/** A labelled solution, and what a judge says of it. */
public record Judged(Labelled item, Judgement judgement) {
  /** Items with the same key are of one problem: they are drawn, and held out, together. */
  public static String problem(Labelled item) {
    return item.solution().problem().strip();
  }

  /** All items, in their order. */
  public static List<Judged> by(Judge judge, List<Labelled> items, IntConsumer done) {
    List<Judgement> judgements = judge.judge(items, done);
    List<Judged> judged = new ArrayList<>();
    for (int i = 0; i < items.size(); i++) judged.add(new Judged(items.get(i), judgements.get(i)));
    return judged;
  }
}
