package dev.whetstone.benchmark;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.whetstone.benchmark.label.Labelled;
import dev.whetstone.model.Card;
import dev.whetstone.model.Derivation;
import dev.whetstone.model.PlainCard;
import dev.whetstone.model.Prepared;
import dev.whetstone.model.Reading;
import dev.whetstone.model.Scorer;
import dev.whetstone.model.StepTree;
import dev.whetstone.model.TreeReading;
import dev.whetstone.model.TreeScorer;
import dev.whetstone.model.Unscorable;
import dev.whetstone.task.Hash;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class TreeJudgeTest {
  private static final int TOKENS = 60;
  private static final Card.Thresholds THRESHOLDS = new Card.Thresholds(Optional.of(0.2), 0.1, 0.2);

  private static final Card CARD = PlainCard.of("hashes", "1", Card.Role.STEPS, THRESHOLDS);

  /** Reads derivations alone; one with a step or a problem that says "long" is refused. */
  private static class Alone implements Scorer {
    int stepsRead;

    record Text(Derivation derivation) implements Prepared {
      @Override
      public int longest() {
        return derivation.steps().size();
      }

      @Override
      public int windows() {
        return 1;
      }
    }

    @Override
    public Card card() {
      return CARD;
    }

    @Override
    public Prepared prepare(Derivation derivation) throws Unscorable {
      if (derivation.problem().contains("long")) throw new Unscorable("a long problem");
      for (String step : derivation.steps())
        if (step.contains("long")) throw new Unscorable("a long step: " + step);
      return new Text(derivation);
    }

    @Override
    public List<Reading> score(List<Prepared> batch) {
      List<Reading> readings = new ArrayList<>();
      for (Prepared prepared : batch) {
        Derivation all = ((Text) prepared).derivation();
        List<Double> steps =
            IntStream.range(0, all.steps().size())
                .mapToObj(i -> p(new Derivation(all.problem(), all.steps().subList(0, i + 1))))
                .toList();
        stepsRead += steps.size();
        readings.add(Reading.of(steps, List.of(), THRESHOLDS));
      }
      return readings;
    }

    static double p(Derivation derivation) {
      long hash = Hash.of(derivation.problem(), String.join("\n", derivation.steps())).asLong();
      return Math.floorMod(hash, 1000) / 1000.0;
    }

    @Override
    public void close() {}
  }

  private static final class Trees extends Alone implements TreeScorer {
    final List<Integer> batches = new ArrayList<>();

    record Tree(StepTree tree) implements Prepared {
      @Override
      public int longest() {
        return tree.steps().size();
      }

      @Override
      public int windows() {
        return 1;
      }
    }

    @Override
    public Prepared prepare(StepTree tree) throws Unscorable {
      if (tree.problem().contains("long")) throw new Unscorable("a long problem");
      return new Tree(tree);
    }

    @Override
    public List<TreeReading> read(List<Prepared> batch) {
      batches.add(batch.stream().mapToInt(Prepared::longest).sum());
      return batch.stream().map(p -> read(((Tree) p).tree())).toList();
    }

    private TreeReading read(StepTree tree) {
      List<OptionalDouble> steps = new ArrayList<>();
      for (int i = 0; i < tree.steps().size(); i++) {
        Derivation path = tree.derivation(i);
        boolean refused = path.steps().stream().anyMatch(step -> step.contains("long"));
        steps.add(refused ? OptionalDouble.empty() : OptionalDouble.of(p(path)));
        stepsRead++;
      }
      return new TreeReading(tree, steps, THRESHOLDS);
    }
  }

  @Test
  void treesAreJudgedAsTheirSolutionsAloneAre() {
    for (int seed = 0; seed < 20; seed++) {
      List<Labelled> items = items(new Random(seed));
      Alone alone = new Alone();
      Trees trees = new Trees();
      int[] done = {0};

      List<Judgement> expected = new ScorerJudge(alone, TOKENS).judge(items, more -> {});
      List<Judgement> said = new ScorerJudge(trees, TOKENS).judge(items, more -> done[0] += more);

      assertEquals(expected, said);
      assertEquals(items.size(), done[0], "each is told of once");
      assertTrue(
          4 * trees.stepsRead < 3 * alone.stepsRead, trees.stepsRead + " of " + alone.stepsRead);
    }
  }

  @Test
  void aBatchOfTreesStaysWithinItsTokensUnlessOneHasMore() {
    Trees trees = new Trees();
    new ScorerJudge(trees, TOKENS).judge(items(new Random(1)), more -> {});
    assertTrue(trees.batches.size() > 1);
    assertTrue(
        trees.batches.stream().allMatch(tokens -> tokens <= TOKENS), trees.batches::toString);
  }

  @Test
  void aRefusalIsOfTheOneSolutionAndForItsOwnReason() {
    List<Labelled> items =
        List.of(
            Items.step("p", List.of("a", "b"), true),
            Items.step("p", List.of("a", "long", "c"), true),
            Items.step("long", List.of("a"), true));
    List<Judgement> said = new ScorerJudge(new Trees(), TOKENS).judge(items, more -> {});
    assertTrue(said.get(0) instanceof Judgement.Said);
    assertEquals(new Judgement.Refused("a long step: long"), said.get(1));
    assertEquals(new Judgement.Refused("a long problem"), said.get(2));
  }

  /** Each row is a way through its problem's tree, in any order; some are the same. */
  private static List<Labelled> items(Random random) {
    List<Labelled> items = new ArrayList<>();
    for (int i = 0; i < 120; i++) {
      int problem = random.nextInt(10);
      List<String> steps = new ArrayList<>();
      for (int step = random.nextInt(8); step >= 0; step--)
        steps.add(random.nextInt(40) == 0 ? "long" : "s" + random.nextInt(6) / 5);
      items.add(Items.step(problem == 0 ? "long" : "p" + problem, steps, random.nextBoolean()));
    }
    return items;
  }
}
