package dev.whetstone.cli.demo;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.whetstone.cli.client.KnownTask;
import dev.whetstone.task.Identity;
import dev.whetstone.task.Levels;
import dev.whetstone.task.Split;
import dev.whetstone.task.TaskFamily;
import dev.whetstone.task.family.Families;
import java.util.List;
import org.junit.jupiter.api.Test;

class SimulatedLearnerTest {
  private static final TaskFamily FAMILY = Families.all().getFirst();
  private static final Levels LOWEST = Levels.lowest(FAMILY.controls());

  @Test
  void skillRaisesThePassRateAndLevelsLowerIt() {
    double easy = SimulatedLearner.passRate(0, LOWEST);
    double skilled = SimulatedLearner.passRate(1, LOWEST);
    double hard = SimulatedLearner.passRate(0, Levels.highest(FAMILY.controls()));
    assertTrue(easy > 0.7 && easy < 0.8, "" + easy);
    assertTrue(skilled > easy && hard < 0.01, skilled + " " + hard);
  }

  @Test
  void rewardsThatFollowTheTruthTeachTheirSpread() {
    List<Boolean> truth = List.of(true, false, true, false);
    assertEquals(0.5, SimulatedLearner.gradient(truth, new double[] {1, 0, 1, 0}), 1e-12);
  }

  @Test
  void aGroupWithOneRewardForAllTeachesNothing() {
    List<Boolean> truth = List.of(true, false);
    assertEquals(0, SimulatedLearner.gradient(truth, new double[] {1, 1}));
    assertEquals(0, SimulatedLearner.gradient(truth, new double[] {0, 0}));
  }

  @Test
  void rewardsAgainstTheTruthUnteach() {
    List<Boolean> truth = List.of(true, false);
    assertTrue(SimulatedLearner.gradient(truth, new double[] {0, 1}) < 0);
  }

  @Test
  void honestRewardsMakeTheLearnerBetter() {
    SimulatedLearner learner = new SimulatedLearner(List.of(FAMILY.name()), "seed");
    Identity identity = Identity.of(FAMILY, LOWEST, Split.TRAIN, "seed", 0);
    KnownTask task = new KnownTask("", identity, identity.make(FAMILY));

    for (int i = 0; i < 100; i++) {
      Attempt attempt = learner.attempt(task, 8);
      learner.learn(attempt, paid(attempt.truth()));
    }

    assertTrue(learner.skill(FAMILY.name()) > 1, "" + learner.skill(FAMILY.name()));
  }

  private static double[] paid(List<Boolean> truth) {
    double[] rewards = new double[truth.size()];
    for (int i = 0; i < truth.size(); i++) rewards[i] = truth.get(i) ? 1 : 0;
    return rewards;
  }
}
