package dev.whetstone.curriculum.bakeoff;

import dev.whetstone.curriculum.Learnability;
import dev.whetstone.curriculum.Learning;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.function.IntPredicate;
import java.util.function.IntUnaryOperator;

/**
 * A rule's levels watched while the learner stands still, where every move after the climb is
 * chance: how many raises were not deserved by the rule's own mark, and how often it turns back.
 */
final class Climb {
  private static final int STEPS = 100;

  /** What moved: raises, those below the rule's own mark in truth, turns, and groups served. */
  record Moves(int raises, int undeserved, int turns, int groups) {
    static final Moves NONE = new Moves(0, 0, 0, 0);

    Moves plus(Moves other) {
      return new Moves(
          raises + other.raises,
          undeserved + other.undeserved,
          turns + other.turns,
          groups + other.groups);
    }

    double undeservedShare() {
      return raises == 0 ? 0 : (double) undeserved / raises;
    }

    double turnsPerThousand() {
      return 1000.0 * turns / groups;
    }
  }

  /**
   * A rule as it is watched.
   *
   * @param place what has a position: a cell's family, or the cell itself
   * @param position of a place, higher meaning that the rule thinks better of the learner
   * @param deserves whether a place at its present position deserves a raise in truth
   */
  record Watch(
      Rule rule, IntUnaryOperator place, IntUnaryOperator position, IntPredicate deserves) {}

  /** Begins a watch in a world. */
  interface Start {
    Watch in(World world, SplittableRandom random);
  }

  private final Watch watch;
  private final Map<Integer, Integer> direction = new HashMap<>();
  private Moves moves = Moves.NONE;

  private Climb(Watch watch) {
    this.watch = watch;
  }

  /** Every rule that has levels or pools, by name. */
  static Map<String, Start> all() {
    return new TreeMap<>(
        Map.of(
            "RLVE 0.9/window 4", Climb::rlve,
            "reasoning-gym .7/.3", Climb::reasoningGym,
            "prime-rl pools", Climb::primeRl,
            "learnability", Climb::ours));
  }

  /** Learners of skill 1 to 9, each standing still. */
  static Moves watch(Start start, int seed) {
    Moves sum = Moves.NONE;
    for (int skill = 1; skill <= 9; skill++) {
      SplittableRandom random = new SplittableRandom(100L * seed + skill);
      World world = new World(false, random.split());
      world.startAt(skill);
      sum = sum.plus(new Climb(start.in(world, random.split())).run(world));
    }
    return sum;
  }

  private Moves run(World world) {
    for (int step = 0; step < STEPS; step++)
      for (Group group : world.roll(watch.rule.choose(step))) show(group);
    return moves;
  }

  private void show(Group group) {
    int place = watch.place.applyAsInt(group.cell());
    int before = watch.position.applyAsInt(place);
    boolean deserved = watch.deserves.test(place);
    watch.rule.saw(List.of(group));
    int moved = Integer.signum(watch.position.applyAsInt(place) - before);
    Integer last = moved == 0 ? null : direction.put(place, moved);
    moves =
        moves.plus(
            new Moves(
                moved > 0 ? 1 : 0,
                moved > 0 && !deserved ? 1 : 0,
                last != null && last != moved ? 1 : 0,
                1));
  }

  private static double rate(World world, int family, int level) {
    int cell = family * World.LEVELS + Math.min(level, World.LEVELS - 1);
    return Learnability.observed(world.solved(cell), world.verifiers().get(family));
  }

  private static Watch rlve(World world, SplittableRandom random) {
    Rivals.Rlve rule = new Rivals.Rlve(world, random);
    return new Watch(
        rule,
        World::family,
        rule.bounds::bound,
        family -> rate(world, family, rule.bounds.bound(family)) >= 0.9);
  }

  private static Watch reasoningGym(World world, SplittableRandom random) {
    Rivals.ReasoningGym rule = new Rivals.ReasoningGym(world, random);
    return new Watch(
        rule,
        World::family,
        rule.bounds::bound,
        family -> meanRate(world, family, rule.bounds.bound(family)) > 0.7);
  }

  private static double meanRate(World world, int family, int bound) {
    double sum = 0;
    for (int level = 0; level <= bound; level++) sum += rate(world, family, level);
    return sum / (bound + 1);
  }

  private static Watch primeRl(World world, SplittableRandom random) {
    Rivals.PrimeRl rule = new Rivals.PrimeRl(world, random);
    return new Watch(
        rule,
        IntUnaryOperator.identity(),
        rule::pool,
        cell ->
            rate(world, World.family(cell), World.level(cell))
                > (rule.pool(cell) == 0 ? 0.25 : 0.75));
  }

  private static Watch ours(World world, SplittableRandom random) {
    Ours rule = new Ours(Entry.learnability(), world.verifiers(), random);
    return new Watch(
        rule,
        World::family,
        rule::reach,
        family -> rate(world, family, rule.reach(family) + 1) >= Learning.DEFAULT.up());
  }
}
