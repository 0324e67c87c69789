package dev.whetstone.training.promotion.simulation;

import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.whetstone.training.promotion.PromotionSettings;
import java.util.List;
import org.junit.jupiter.api.Test;

class SimulationTest {
  @Test
  void ofAHundredWorseVersionsAtMostFiveServeAndOfAHundredBetterAtLeastEighty() {
    List<Simulation.Row> rows = new Simulation(PromotionSettings.configured().gate()).run(100, 1);
    for (Simulation.Row row : rows) {
      System.out.println(row);
    }
  }
}
