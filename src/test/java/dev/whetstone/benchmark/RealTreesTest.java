package dev.whetstone.benchmark;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.whetstone.benchmark.label.Labelled;
import dev.whetstone.model.Card;
import dev.whetstone.model.Derivation;
import dev.whetstone.model.Prepared;
import dev.whetstone.model.Reading;
import dev.whetstone.model.Scorer;
import dev.whetstone.model.StepTree;
import dev.whetstone.model.TreeScorer;
import dev.whetstone.model.Unscorable;
import dev.whetstone.model.host.Loader;
import dev.whetstone.model.host.Placement;
import dev.whetstone.model.host.SmallVerifier;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A network of our own, small and with random weights. */
class RealTreesTest {
  private static final double ROUNDING = 1e-4;

  @TempDir private Path root;

  /** Hides that its scorer reads trees. */
  private record Alone(Scorer scorer) implements Scorer {
    @Override
    public Card card() {
      return scorer.card();
    }

    @Override
    public Prepared prepare(Derivation derivation) throws Unscorable {
      return scorer.prepare(derivation);
    }

    @Override
    public List<Reading> score(List<Prepared> batch) {
      return scorer.score(batch);
    }

    @Override
    public void close() {}
  }

  @Test
  void rowsOfOneProblemAreScoredAsEachAloneIs() throws Exception {
    List<Labelled> items = new ArrayList<>();
    for (int problem = 0; problem < 12; problem++) add(items, new Random(problem));
    try (Scorer scorer =
        Loader.open(SmallVerifier.write(root), SmallVerifier.card(), Placement.parse("cpu"))) {
      assertTrue(scorer instanceof TreeScorer);
      List<Judgement> alone = new ScorerJudge(new Alone(scorer), 2_048).judge(items, n -> {});
      List<Judgement> trees = new ScorerJudge(scorer, 2_048).judge(items, n -> {});
      for (int i = 0; i < items.size(); i++) same(alone.get(i), trees.get(i));
    }
  }

  /** One row for each step of the tree, as PRM800K has them. */
  private static void add(List<Labelled> items, Random random) {
    StepTree tree = SmallVerifier.tree(random, 14);
    for (int step = 0; step < tree.steps().size(); step++) {
      Derivation row = tree.derivation(step);
      items.add(Items.step(row.problem(), row.steps(), random.nextBoolean()));
    }
  }

  private static void same(Judgement alone, Judgement tree) {
    if (!(alone instanceof Judgement.Said one) || !(tree instanceof Judgement.Said other)) {
      assertEquals(alone, tree);
      return;
    }
    assertEquals(one.steps().size(), other.steps().size());
    for (int i = 0; i < one.steps().size(); i++)
      assertEquals(one.steps().get(i), other.steps().get(i), ROUNDING);
    assertEquals(one.whole(), other.whole(), ROUNDING);
  }
}
