package dev.whetstone.curriculum.bakeoff;

import java.io.PrintStream;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalInt;
import java.util.SplittableRandom;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** Runs every rule in both simulated worlds with the same seeds and prints the table. */
public final class BakeOff {
  static final int STEPS = 600;
  static final double SKILL = 5;
  private static final int THREADS = 2;

  private BakeOff() {}

  /**
   * Prints progress and the table, a minute or less of work.
   *
   * @return 0 if our scheduler meets the three marks of the table's foot, else 1
   */
  public static int run(PrintStream out, int seeds) throws InterruptedException {
    Map<Entry, Score.Summary> clean = world(false, seeds, out);
    Map<Entry, Score.Summary> noisy = world(true, seeds, out);
    Table table = new Table(clean, noisy);
    table.print(out);
    Table.printClimbs(out);
    return table.isMet() ? 0 : 1;
  }

  private static Map<Entry, Score.Summary> world(boolean noisy, int seeds, PrintStream out)
      throws InterruptedException {
    Map<Entry, Score.Summary> summaries = new LinkedHashMap<>();
    try (ExecutorService threads = Executors.newFixedThreadPool(THREADS)) {
      for (Entry entry : Entry.all()) {
        out.printf(
            Locale.ROOT, "simulating %s, %s world%n", entry.name(), noisy ? "noisy" : "clean");
        summaries.put(entry, Score.summary(scores(entry, noisy, seeds, threads)));
      }
    }
    return summaries;
  }

  private static List<Score> scores(Entry entry, boolean noisy, int seeds, ExecutorService threads)
      throws InterruptedException {
    List<Callable<Score>> runs = new ArrayList<>();
    for (int seed = 0; seed < seeds; seed++) {
      int fixed = seed;
      runs.add(() -> run(fixed, noisy, entry.start()));
    }
    List<Score> scores = new ArrayList<>();
    for (Future<Score> run : threads.invokeAll(runs)) scores.add(result(run));
    return scores;
  }

  private static Score result(Future<Score> run) throws InterruptedException {
    try {
      return run.get();
    } catch (ExecutionException e) {
      throw new IllegalStateException("a simulation failed", e.getCause());
    }
  }

  /** One rule, one world, one seed; the same arguments give the same score. */
  static Score run(int seed, boolean noisy, Rule.Start start) {
    SplittableRandom random = new SplittableRandom(seed);
    World world = new World(noisy, random.split());
    Rule rule = start.in(world, random.split());
    OptionalInt reached = OptionalInt.empty();
    long wasted = 0;
    for (int step = 0; step < STEPS; step++) {
      List<Group> groups = world.roll(rule.choose(step));
      world.learn(groups);
      rule.saw(groups);
      wasted += groups.stream().filter(Group::isWasted).count();
      if (reached.isEmpty() && world.meanSkill() >= SKILL) reached = OptionalInt.of(step + 1);
    }
    double share = (double) wasted / STEPS / World.BATCH;
    return new Score(reached, world.meanSkill(), world.worstSkill(), share, rule.extraRollouts());
  }
}
