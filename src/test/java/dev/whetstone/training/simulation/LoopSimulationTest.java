package dev.whetstone.training.simulation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.whetstone.benchmark.labelling.LabellingSettings;
import dev.whetstone.benchmark.labelling.Rules;
import dev.whetstone.task.TaskFamily;
import dev.whetstone.task.family.Families;
import dev.whetstone.training.promotion.FixedGate;
import dev.whetstone.verify.labelling.Rule;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class LoopSimulationTest {
  private static final List<TaskFamily> SHORT =
      Stream.of("chain_sum", "fraction_simplification", "simple_equations")
          .map(name -> Families.named(name).get())
          .toList();

  private static final Rule RULE = Rules.from(LabellingSettings.configured());

  private static final World SMALL = new World(SHORT, 32, 40, 96, 6, 2, 40, 0.55, 0.8, true);

  @Test
  void withTheLoopASolverThatExploitsItsVerifierIsCaughtAndWithoutItIsNot()
      throws InterruptedException {
    AtomicInteger done = new AtomicInteger();
    Comparison seen =
        new LoopSimulation(SMALL, RULE, FixedGate.USUAL, List.of())
            .run(14, 1, done::incrementAndGet);
    assertEquals(28, done.get());
    assertTrue(seen.exploits(false).get().value() > 0.7, () -> seen.exploits(false).toString());
    assertTrue(seen.ratio().get().value() < 0.5, () -> seen.ratio().toString());
    assertTrue(seen.promoted().get().value() >= 1);
    assertTrue(
        seen.curve(Measure.ACCURACY, true).getLast().get().value()
            > seen.curve(Measure.ACCURACY, false).getLast().get().value());
  }

  @Test
  void theSameSeedsGiveTheSameRounds() throws InterruptedException {
    LoopSimulation simulation = new LoopSimulation(SMALL, RULE, FixedGate.USUAL, List.of());
    assertEquals(simulation.run(2, 1, () -> {}), simulation.run(2, 1, () -> {}));
  }
}
