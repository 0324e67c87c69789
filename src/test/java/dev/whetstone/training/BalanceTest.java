package dev.whetstone.training;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.whetstone.model.fit.Example;
import dev.whetstone.model.fit.ScoredStep;
import dev.whetstone.model.wide.Prior;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;

class BalanceTest {
  @Test
  void theLinearModelCountsAsMuchAsTheLabelsWereDrawnWith() {
    for (double truth : new double[] {0.5, 1, 2}) {
      List<Example> examples = new ArrayList<>();
      List<ScoredStep> scored = new ArrayList<>();
      Random random = new Random(4);
      for (int i = 0; i < 20_000; i++) {
        double prior = random.nextGaussian();
        double network = random.nextGaussian();
        double right = random.nextDouble() < 1 / (1 + Math.exp(-network - truth * prior)) ? 1 : 0;
        examples.add(example(prior));
        scored.add(new ScoredStep(i, 0, network + prior, false, right, 1));
      }
      assertEquals(truth, Balance.of(scored, examples), 1e-9);
    }
  }

  @Test
  void aPriorIsCountedSoManyTimes() {
    ScoredStep step = new ScoredStep(0, 0, 1.5, false, 1, 1);
    assertEquals(2.5, Balance.weighed(List.of(step), List.of(example(0.5)), 3).getFirst().logit());
  }

  @Test
  void whatThePriorDecidesIsLeftAsItIs() {
    ScoredStep step = new ScoredStep(0, 0, 1.5, true, 1, 1);
    assertEquals(step, Balance.weighed(List.of(step), List.of(example(1.5)), 3).getFirst());
  }

  private static Example example(double prior) {
    return new Example(
        "p", List.of(new Example.Step(-1, "s", Optional.empty(), new Prior(prior, false))));
  }
}
