package dev.whetstone.training;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import dev.whetstone.model.fit.Example;
import dev.whetstone.model.fit.Plan;
import dev.whetstone.model.net.Network;
import dev.whetstone.model.wide.Prior;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class WeightsKeyTest {
  private static final Network NETWORK = new Network(1, 8, 2, 8, 10, 16, 1, 1);
  private static final String CPU = "cpu with 1 thread(s)";
  private static final TrainingData DATA = data("a", 0.5);

  @Test
  void itNamesAllThatDecidesTheWeights() {
    String key = WeightsKey.of(plan(0.1), start(1, 1), DATA, CPU);

    assertEquals(key, WeightsKey.of(plan(0.1), start(1, 1), data("a", 0.5), CPU));
    assertNotEquals(key, WeightsKey.of(plan(0.2), start(1, 1), DATA, CPU), "the plan");
    assertNotEquals(key, WeightsKey.of(plan(0.1), start(2, 1), DATA, CPU), "the start's weights");
    assertNotEquals(key, WeightsKey.of(plan(0.1), start(1, 2), DATA, CPU), "its tokenizer");
    assertNotEquals(key, WeightsKey.of(plan(0.1), start(1, 1), data("b", 0.5), CPU), "the data");
    assertNotEquals(key, WeightsKey.of(plan(0.1), start(1, 1), data("a", 0.6), CPU), "its priors");
    assertNotEquals(key, WeightsKey.of(plan(0.1), start(1, 1), DATA, "gpu(0)"), "the processor");
  }

  private static Plan plan(double dropout) {
    return new Plan(1, 10, 64, 16, 0.001, 1, 0, 1, dropout, 0, 0, 5, 5, false);
  }

  private static Start start(float weight, int token) {
    return new Start(
        NETWORK, new float[] {weight}, new float[0], new byte[] {(byte) token}, List.of());
  }

  private static TrainingData data(String step, double prior) {
    Example.Step only =
        new Example.Step(
            -1, step, Optional.of(Example.Target.of(true, 1)), new Prior(prior, false));
    List<Example> examples = List.of(new Example("p", List.of(only)));
    return new TrainingData(examples, examples, new float[0], List.of());
  }
}
