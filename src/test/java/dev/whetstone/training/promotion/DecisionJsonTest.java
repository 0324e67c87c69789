package dev.whetstone.training.promotion;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.whetstone.benchmark.metric.Estimate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class DecisionJsonTest {
  private static final Criterion MET =
      new Criterion(
          Criterion.Ground.HUMAN,
          true,
          Optional.of(new Estimate(0.01, -0.01, 0.02)),
          Optional.of(-0.03),
          9,
          8,
          Map.of(),
          "why");

  @Test
  void aDecisionIsReadAsItWasWritten() {
    Optional<Decision> decision = Optional.of(new Decision("1", true, List.of(MET)));
    assertEquals(decision, DecisionJson.read(DecisionJson.write(decision)));
  }

  @Test
  void oneOfBeforeBoundsWereKeptHasNone() {
    String old = DecisionJson.write(Optional.of(new Decision("1", true, List.of(MET))));
    Decision read = DecisionJson.read(old.replace("\"bound\":-0.03,", "")).orElseThrow();
    assertEquals(Optional.empty(), read.criteria().getFirst().bound());
  }
}
