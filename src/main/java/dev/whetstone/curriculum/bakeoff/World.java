package dev.whetstone.curriculum.bakeoff;

import dev.whetstone.verify.Reliability;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.random.RandomGenerator;

/**
 * The simulated learner: six honest families of twelve levels, each with a skill that grows by what
 * the served advantage says about the truth. The noisy world adds a family that nobody solves,
 * leniently verified, and one verified by the toss of a coin.
 */
final class World {
  static final int LEVELS = 12;
  static final int GROUP = 8;
  static final int BATCH = 24;
  static final int HONEST = 6;
  private static final int UNSOLVABLE = 6;
  private static final double SLOPE = 1.2;
  private static final double LEARNING_RATE = 0.02;

  private final RandomGenerator random;
  private final List<Reliability> verifiers = new ArrayList<>();
  private final double[] skill = new double[HONEST];

  World(boolean noisy, RandomGenerator random) {
    this.random = random;
    for (int i = 0; i < HONEST; i++) verifiers.add(new Reliability(0.98, 0.02));
    if (!noisy) return;
    verifiers.add(new Reliability(0.98, 0.25));
    verifiers.add(new Reliability(0.5, 0.5));
  }

  /** Every honest family at this skill. */
  void startAt(double skill) {
    Arrays.fill(this.skill, skill);
  }

  int families() {
    return verifiers.size();
  }

  int cells() {
    return families() * LEVELS;
  }

  static int family(int cell) {
    return cell / LEVELS;
  }

  static int level(int cell) {
    return cell % LEVELS;
  }

  List<Reliability> verifiers() {
    return verifiers;
  }

  /** What {@code audits} right and as many wrong candidates of each family say of its verifier. */
  List<Reliability> audited(int audits) {
    return verifiers.stream()
        .map(v -> new Reliability(share(v.sensitivity(), audits), share(v.falsePass(), audits)))
        .toList();
  }

  private double share(double probability, int draws) {
    int hits = 0;
    for (int i = 0; i < draws; i++) if (random.nextDouble() < probability) hits++;
    return (double) hits / draws;
  }

  /** The true pass rate of this cell now. */
  double solved(int cell) {
    if (family(cell) == UNSOLVABLE) return 0;
    double skill = family(cell) < HONEST ? this.skill[family(cell)] : 0;
    return 1 / (1 + Math.exp(-SLOPE * (skill - (level(cell) - 1))));
  }

  /** One group each; nobody learns yet. */
  List<Group> roll(int[] cells) {
    List<Group> groups = new ArrayList<>();
    for (int cell : cells) groups.add(roll(cell));
    return groups;
  }

  private Group roll(int cell) {
    Reliability verifier = verifiers.get(family(cell));
    double solved = solved(cell);
    int right = 0;
    int passed = 0;
    int both = 0;
    for (int i = 0; i < GROUP; i++) {
      boolean truth = random.nextDouble() < solved;
      boolean pass = random.nextDouble() < (truth ? verifier.sensitivity() : verifier.falsePass());
      if (truth) right++;
      if (pass) passed++;
      if (truth && pass) both++;
    }
    return new Group(cell, right, passed, both);
  }

  /** The skills grow, all groups counting against the skill before the batch. */
  void learn(List<Group> groups) {
    for (Group group : groups) {
      int family = family(group.cell());
      if (family < HONEST) skill[family] += LEARNING_RATE * speed(family) * group.gain();
    }
  }

  /** 0.6 to 1.4: families differ in how fast they are learned. */
  private static double speed(int family) {
    return 0.6 + 0.8 * family / (HONEST - 1);
  }

  double meanSkill() {
    double sum = 0;
    for (double s : skill) sum += s;
    return sum / HONEST;
  }

  double worstSkill() {
    double worst = skill[0];
    for (double s : skill) worst = Math.min(worst, s);
    return worst;
  }
}
