package dev.whetstone.training;

import dev.whetstone.benchmark.Judge;
import dev.whetstone.benchmark.Judgement;
import dev.whetstone.benchmark.TrainedOn;
import dev.whetstone.benchmark.label.Labelled;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import java.util.function.IntConsumer;

/**
 * A judge that tells which set it reads now.
 *
 * @param told one line for each run of items of one set
 */
record SetBySet(Judge judge, Consumer<String> told) implements Judge {
  @Override
  public String name() {
    return judge.name();
  }

  @Override
  public String about() {
    return judge.about();
  }

  @Override
  public TrainedOn trainedOn() {
    return judge.trainedOn();
  }

  @Override
  public List<Judgement> judge(List<Labelled> items, IntConsumer done) {
    List<Judgement> judgements = new ArrayList<>();
    while (judgements.size() < items.size()) {
      List<Labelled> rest = items.subList(judgements.size(), items.size());
      String set = rest.getFirst().set();
      List<Labelled> run = rest.stream().takeWhile(item -> item.set().equals(set)).toList();
      told.accept(String.format(Locale.ROOT, "  %,d solutions of %s ...", run.size(), set));
      judgements.addAll(judge.judge(run, done));
    }
    return judgements;
  }
}
