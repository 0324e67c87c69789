package dev.whetstone.training.simulation;

import dev.whetstone.benchmark.label.Labelled;
import dev.whetstone.training.promotion.Gate;
import dev.whetstone.training.promotion.GateSettings;
import dev.whetstone.training.simulation.Comparison.Pair;
import dev.whetstone.verify.labelling.Rule;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** Runs the loop off and on, seed by seed. */
public final class LoopSimulation {
  private static final int THREADS = 2;

  private final World world;
  private final Grounds grounds;
  private final Rule rule;
  private final Gate gate;

  /**
   * @param rule of labelling without people
   * @param settings of the gate
   * @param human solutions that people labelled, to measure on alone; none is needed
   */
  public LoopSimulation(World world, Rule rule, GateSettings settings, List<Labelled> human) {
    this.world = world;
    this.rule = rule;
    grounds = Grounds.of(world.families(), human);
    gate = new Gate(settings);
  }

  /**
   * The same seeds give the same rounds.
   *
   * @param done is told of each round that is over, on any thread
   */
  public Comparison run(int rounds, int seeds, Runnable done) throws InterruptedException {
    List<Callable<List<Round>>> runs = new ArrayList<>();
    for (int seed = 1; seed <= seeds; seed++)
      for (boolean loop : new boolean[] {false, true}) {
        int of = seed;
        runs.add(() -> run(rounds, loop, of, done));
      }
    List<Pair> pairs = new ArrayList<>();
    try (ExecutorService threads = Executors.newFixedThreadPool(THREADS)) {
      List<Future<List<Round>>> results = threads.invokeAll(runs);
      for (int i = 0; i < results.size(); i += 2)
        pairs.add(new Pair(result(results.get(i)), result(results.get(i + 1))));
    }
    return new Comparison(pairs);
  }

  private List<Round> run(int rounds, boolean loop, long seed, Runnable done) {
    Run run = new Run(world, grounds, rule, gate, loop, seed);
    List<Round> told = new ArrayList<>();
    for (int round = 0; round < rounds; round++) {
      told.add(run.round());
      done.run();
    }
    return told;
  }

  private static List<Round> result(Future<List<Round>> run) throws InterruptedException {
    try {
      return run.get();
    } catch (ExecutionException e) {
      throw new IllegalStateException("a simulation failed", e.getCause());
    }
  }
}
