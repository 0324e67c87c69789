package dev.whetstone.training.simulation;

import dev.whetstone.benchmark.label.Labelled;
import dev.whetstone.task.Flaw;
import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;

/** A simulated policy for one family: it knows ways of answering, and learns which one pays. */
final class Solver {
  private final Author author;
  private final Flaw slip;
  private final Policy policy;
  private final double skill;
  private final RandomGenerator random;

  /**
   * @param skill how often an honest attempt is right; else it has this slip
   */
  Solver(Author author, Flaw slip, Policy policy, double skill, RandomGenerator random) {
    this.author = author;
    this.slip = slip;
    this.policy = policy;
    this.skill = skill;
    this.random = random;
  }

  /**
   * @param work with its exact truth, which neither the solver nor the verifier is told
   */
  record Answer(Way way, Labelled work) {}

  Answer answer() {
    Way way = policy.draw(random);
    return new Answer(way, way.flaw().map(author::flawed).orElseGet(this::attempt));
  }

  private Labelled attempt() {
    return random.nextDouble() < skill ? author.right() : author.flawed(slip);
  }

  void learn(Answer answer, double reward) {
    policy.learn(answer.way(), reward);
  }

  double[] shares() {
    return policy.shares();
  }

  static List<Way> ways(List<Flaw> flaws) {
    List<Way> ways = new ArrayList<>(List.of(Way.HONEST));
    flaws.forEach(flaw -> ways.add(Way.flawed(flaw)));
    return ways;
  }
}
