package dev.whetstone.training.simulation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.whetstone.task.Flaw;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class PolicyTest {
  private static final Way SLIP = Way.flawed(Flaw.WRONG_ARITHMETIC);
  private static final Way HOLE = Way.flawed(Flaw.WRONG_RULE);
  private static final List<Way> WAYS = List.of(Way.HONEST, SLIP, HOLE);

  @Test
  void itStartsAsHonestAsItIsSaidToBe() {
    double[] shares = new Policy(WAYS, 0.8).shares();
    assertEquals(0.8, shares[0], 1e-9);
    assertEquals(0.1, shares[1], 1e-9);
    assertEquals(1, Arrays.stream(shares).sum(), 1e-9);
  }

  @Test
  void itComesToTakeTheWayThatPaysAndLeavesItWhenItPaysNoMore() {
    Policy policy = new Policy(WAYS, 0.8);
    SplittableRandom random = new SplittableRandom(1);
    train(policy, random, 300, new double[] {0.5, 0.1, 0.95});
    assertTrue(policy.shares()[2] > 0.9, () -> Arrays.toString(policy.shares()));
    train(policy, random, 300, new double[] {0.5, 0.1, 0.05});
    assertTrue(policy.shares()[0] > 0.8, () -> Arrays.toString(policy.shares()));
  }

  private static void train(Policy policy, SplittableRandom random, int times, double[] pays) {
    for (int i = 0; i < times; i++) {
      Way way = policy.draw(random);
      policy.learn(way, random.nextDouble() < pays[WAYS.indexOf(way)] ? 1 : 0);
    }
  }
}
