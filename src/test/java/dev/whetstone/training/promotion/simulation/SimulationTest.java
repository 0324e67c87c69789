package dev.whetstone.training.promotion.simulation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.whetstone.training.promotion.FixedGate;
import java.util.List;
import org.junit.jupiter.api.Test;

class SimulationTest {
  @Test
  void ofAHundredWorseVersionsAtMostFiveServeAndOfAHundredClearlyBetterAtLeastEighty() {
    List<Simulation.Row> rows = new Simulation(FixedGate.USUAL).run(100, 1);
    assertEquals(Planted.Kind.values().length, rows.size());
    assertTrue(rows.stream().allMatch(Simulation.Row::met), rows::toString);
  }
}
