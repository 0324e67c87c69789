package dev.whetstone.training.promotion;

import dev.whetstone.benchmark.Judge;
import dev.whetstone.benchmark.ScorerJudge;
import dev.whetstone.model.Scorer;
import dev.whetstone.model.host.Cards;
import dev.whetstone.model.host.Loader;
import dev.whetstone.model.host.Placement;
import dev.whetstone.model.host.Refused;
import java.nio.file.Path;
import java.util.function.Function;

/**
 * The versions of a folder of models.
 *
 * @param folder of one verifier, with a folder for each version
 * @param tokens of a batch, at most
 */
record HostedBench(Path folder, Placement placement, int tokens) implements Bench {
  @Override
  public <T> T with(String version, Function<Judge, T> work) throws Refused {
    Path path = folder.resolve(version);
    try (Scorer scorer = Loader.load(path, Cards.read(path), placement)) {
      return work.apply(new ScorerJudge(scorer, tokens));
    }
  }
}
