package dev.whetstone.benchmark.baseline;

import dev.whetstone.benchmark.Judge;
import dev.whetstone.benchmark.Judgement;
import dev.whetstone.benchmark.label.Labelled;
import dev.whetstone.task.Hash;
import java.util.List;
import java.util.OptionalInt;
import java.util.SplittableRandom;
import java.util.function.IntConsumer;

/** Uniform scores; each step, or none, is as likely said to be the first wrong one. */
public final class RandomScores implements Judge {
  @Override
  public String name() {
    return "random";
  }

  @Override
  public String about() {
    return "uniform scores; every step, or none, is as likely said to be the first wrong one";
  }

  @Override
  public List<Judgement> judge(List<Labelled> items, IntConsumer done) {
    List<Judgement> judgements = items.stream().map(RandomScores::judge).toList();
    done.accept(items.size());
    return judgements;
  }

  private static Judgement judge(Labelled item) {
    SplittableRandom random = new SplittableRandom(Hash.of(item.set(), item.id()).asLong());
    int steps = item.solution().steps().size();
    int first = random.nextInt(steps + 1);
    List<Double> scores = random.doubles(steps).boxed().toList();
    return new Judgement.Said(
        scores,
        first == steps ? OptionalInt.empty() : OptionalInt.of(first),
        first == steps,
        random.nextDouble());
  }
}
