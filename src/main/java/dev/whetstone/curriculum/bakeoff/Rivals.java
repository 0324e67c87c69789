package dev.whetstone.curriculum.bakeoff;

import java.util.List;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;

/** The published rules, each in its own units and with the constants of its paper or code. */
final class Rivals {
  private Rivals() {}

  /** Common to all: the world's shape, the tally and the chance. */
  private abstract static class Rival implements Rule {
    final RandomGenerator random;
    final Tally tally;
    final int cells;

    Rival(World world, RandomGenerator random) {
      this.random = random;
      this.cells = world.cells();
      this.tally = new Tally(cells);
    }

    @Override
    public void saw(List<Group> groups) {
      tally.saw(groups);
    }

    int[] weighted(double[] masses) {
      return Draw.weighted(masses, World.BATCH, random);
    }

    int[] oneOf(int[] among) {
      return IntStream.range(0, World.BATCH)
          .map(i -> among[random.nextInt(among.length)])
          .toArray();
    }
  }

  static final class Uniform extends Rival {
    Uniform(World world, RandomGenerator random) {
      super(world, random);
    }

    @Override
    public int[] choose(int step) {
      return random.ints(World.BATCH, 0, cells).toArray();
    }
  }

  /** Softmax of a running mean absolute advantage (Chen et al. 2025), temperature 0.2. */
  static final class Sec extends Rival {
    Sec(World world, RandomGenerator random) {
      super(world, random);
    }

    @Override
    public int[] choose(int step) {
      return weighted(
          IntStream.range(0, cells).mapToDouble(i -> Math.exp(tally.q[i] / 0.2)).toArray());
    }
  }

  /** Rank of the latest score, beta 0.3, staleness 0.1 (Jiang et al. 2021). */
  static final class Plr extends Rival {
    Plr(World world, RandomGenerator random) {
      super(world, random);
    }

    @Override
    public int[] choose(int step) {
      int seen = tally.seenCount();
      boolean replay = seen > 0 && random.nextDouble() < (double) seen / cells;
      return replay
          ? replay(seen)
          : oneOf(IntStream.range(0, cells).filter(i -> !tally.seen[i]).toArray());
    }

    private int[] replay(int seen) {
      int[] byRank = Draw.lowest(cells, seen, i -> tally.seen[i] ? -tally.advantage[i] : 1);
      double ranks = 0;
      double stale = 0;
      for (int r = 0; r < seen; r++) {
        ranks += rankMass(r);
        stale += tally.staleness[byRank[r]];
      }
      double[] masses = new double[cells];
      for (int r = 0; r < seen; r++) {
        double ranked = rankMass(r) / ranks;
        double staled = stale > 0 ? tally.staleness[byRank[r]] / stale : ranked;
        masses[byRank[r]] = 0.9 * ranked + 0.1 * staled;
      }
      return weighted(masses);
    }

    private static double rankMass(int rank) {
      return Math.pow(rank + 1, -1 / 0.3);
    }
  }

  /**
   * Every tenth step rolls out every cell and keeps the best by p(1-p) (Rutherford et al. 2024).
   */
  static final class Sfl extends Rival {
    private final World world;
    private int[] best;
    private long extra;

    Sfl(World world, RandomGenerator random) {
      super(world, random);
      this.world = world;
    }

    @Override
    public int[] choose(int step) {
      if (step % 10 == 0) best = screen(world.roll(IntStream.range(0, cells).toArray()));
      return oneOf(best);
    }

    private int[] screen(List<Group> groups) {
      extra += (long) groups.size() * World.GROUP;
      return Draw.lowest(
          cells,
          World.BATCH,
          i -> -groups.get(i).mean() * (1 - groups.get(i).mean()) - random.nextDouble() * 1e-6);
    }

    @Override
    public long extraRollouts() {
      return extra;
    }
  }

  /** One target difficulty that follows the mean reward (Shi et al. 2025). */
  static final class AdaRft extends Rival {
    private double target;

    AdaRft(World world, RandomGenerator random) {
      super(world, random);
    }

    @Override
    public int[] choose(int step) {
      return Draw.lowest(
          cells, World.BATCH, i -> Math.abs(World.level(i) - target) + random.nextDouble() * 1e-3);
    }

    @Override
    public void saw(List<Group> groups) {
      double mean = groups.stream().mapToDouble(Group::mean).average().orElseThrow();
      target = Math.clamp(target + 0.5 * Math.tanh(2 * (mean - 0.5)), 0.0, World.LEVELS - 1.0);
    }
  }

  /** Thompson draws nearest one half (Qu et al. 2025), forgetting 0.5. */
  static final class MoPps extends Rival {
    MoPps(World world, RandomGenerator random) {
      super(world, random);
    }

    @Override
    public int[] choose(int step) {
      return Draw.lowest(
          cells,
          World.BATCH,
          i -> Math.abs(Draw.beta(tally.alpha[i], tally.beta[i], random) - 0.5));
    }
  }

  /** Four levels up to a bound that rises at 0.9 over eight groups, and never falls. */
  static final class Rlve extends Rival {
    final Bounds bounds;

    Rlve(World world, RandomGenerator random) {
      super(world, random);
      bounds = Bounds.rlve(world.families());
    }

    @Override
    public int[] choose(int step) {
      return IntStream.range(0, World.BATCH).map(i -> bounds.choose(4, random)).toArray();
    }

    @Override
    public void saw(List<Group> groups) {
      groups.forEach(bounds::saw);
    }
  }

  /** All levels up to a bound that rises above 0.7 over twenty groups, and falls below 0.3. */
  static final class ReasoningGym extends Rival {
    final Bounds bounds;

    ReasoningGym(World world, RandomGenerator random) {
      super(world, random);
      bounds = Bounds.reasoningGym(world.families());
    }

    @Override
    public int[] choose(int step) {
      return IntStream.range(0, World.BATCH)
          .map(i -> bounds.choose(World.LEVELS, random))
          .toArray();
    }

    @Override
    public void saw(List<Group> groups) {
      groups.forEach(bounds::saw);
    }
  }

  /** Weight by the pool of the latest group: 1 between 0.25 and 0.75, else 0.2; unseen 1. */
  static final class PrimeRl extends Rival {
    PrimeRl(World world, RandomGenerator random) {
      super(world, random);
    }

    @Override
    public int[] choose(int step) {
      return weighted(IntStream.range(0, cells).mapToDouble(this::weight).toArray());
    }

    private double weight(int cell) {
      return pool(cell) == 1 ? 1 : 0.2;
    }

    /** 0 hard, 1 normal (or not seen yet), 2 easy. */
    int pool(int cell) {
      if (!tally.seen[cell]) return 1;
      return tally.last[cell] <= 0.25 ? 0 : tally.last[cell] <= 0.75 ? 1 : 2;
    }
  }
}
