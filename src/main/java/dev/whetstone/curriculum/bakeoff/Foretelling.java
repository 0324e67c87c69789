package dev.whetstone.curriculum.bakeoff;

import dev.whetstone.curriculum.Cell;
import dev.whetstone.curriculum.CellState;
import dev.whetstone.curriculum.CurriculumState;
import dev.whetstone.curriculum.difficulty.DifficultyModel;
import dev.whetstone.curriculum.difficulty.Forecast;
import dev.whetstone.verify.Reliability;
import java.io.PrintStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * How well the difficulty model foretells cells that its run has not tried, in simulated worlds.
 */
public final class Foretelling {
  static final double MARK = 0.7;
  private static final List<Integer> STEPS = List.of(5, 10, 25, 50, 100, 200);

  /** Fewer untried cells than this have no rank correlation worth the name. */
  private static final int FEWEST = 8;

  /**
   * One seed at one time.
   *
   * @param correlation of forecasts with true rates, over untried cells
   * @param levelsOnly the same of how few levels a cell is above the easiest
   * @param inside share of the cells whose true rate lies in the forecast's 95 % interval
   * @param error mean squared, of the prior as it is served
   * @param ordinary mean squared error of one half
   */
  record Judged(
      int untried,
      double correlation,
      double levelsOnly,
      double inside,
      double trust,
      double error,
      double ordinary) {}

  private Foretelling() {}

  /**
   * Prints the table.
   *
   * @return 0 if the median correlation of every world and time meets the mark, else 1
   */
  public static int run(PrintStream out, int firstSeed, int seeds) {
    out.println("Simulated learners, not models: no evidence about language models.");
    out.println("Over the cells not tried so far: Spearman's correlation of forecast and truth.");
    boolean met = true;
    for (Map.Entry<String, IntFunction<Setting>> world : worlds().entrySet()) {
      List<Map<Integer, Judged>> runs =
          IntStream.range(firstSeed, firstSeed + seeds)
              .mapToObj(seed -> judge(world.getValue().apply(seed)))
              .toList();
      met &= print(world.getKey(), runs, out);
    }
    out.printf(
        Locale.ROOT, "%nmedian correlation at least %.2f: %s%n", MARK, met ? "met" : "NOT met");
    return met ? 0 : 1;
  }

  static Map<String, IntFunction<Setting>> worlds() {
    Map<String, IntFunction<Setting>> worlds = new LinkedHashMap<>();
    worlds.put("bake-off, clean", seed -> new Line(false, seed));
    worlds.put("bake-off, noisy", seed -> new Line(true, seed));
    worlds.put("lattice: many controls, uneven costs", Lattice::new);
    return worlds;
  }

  /** One run, judged at each time; a time at which hardly a cell is untried is left out. */
  static Map<Integer, Judged> judge(Setting world) {
    Map<Integer, Judged> judged = new LinkedHashMap<>();
    for (int step = 1; step <= STEPS.getLast(); step++) {
      world.step();
      List<Cell> untried = untried(world);
      if (STEPS.contains(step) && untried.size() >= FEWEST)
        judged.put(step, judged(world, untried));
    }
    return judged;
  }

  private static List<Cell> untried(Setting world) {
    Set<Cell> tried =
        world.state().cells().stream().map(CellState::cell).collect(Collectors.toSet());
    return world.cells().stream()
        .filter(cell -> !tried.contains(cell) && world.isTold(cell.family()))
        .toList();
  }

  private static Judged judged(Setting world, List<Cell> untried) {
    CurriculumState state = world.state();
    DifficultyModel model = state.difficulty();
    double[] truth = untried.stream().mapToDouble(world::solved).toArray();
    double[] foretold =
        untried.stream()
            .mapToDouble(c -> model.forecast(c.family(), c.levels()).solved())
            .toArray();
    double[] levels = untried.stream().mapToDouble(Foretelling::ease).toArray();
    double[] served =
        untried.stream()
            .mapToDouble(c -> model.prior(c.family(), c.levels(), Reliability.EXACT))
            .toArray();
    double[] ordinary = new double[truth.length];
    Arrays.fill(ordinary, DifficultyModel.ORDINARY);
    return new Judged(
        untried.size(),
        RankCorrelation.of(foretold, truth),
        RankCorrelation.of(levels, truth),
        inside(model, untried, truth),
        model.calibration().trust(),
        error(served, truth),
        error(ordinary, truth));
  }

  private static double inside(DifficultyModel model, List<Cell> untried, double[] truth) {
    long inside =
        IntStream.range(0, truth.length)
            .filter(i -> isInside(model, untried.get(i), truth[i]))
            .count();
    return (double) inside / truth.length;
  }

  private static boolean isInside(DifficultyModel model, Cell cell, double truth) {
    Forecast forecast = model.forecast(cell.family(), cell.levels());
    return forecast.low() <= truth && truth <= forecast.high();
  }

  private static double ease(Cell cell) {
    return -cell.levels().indices().stream().mapToInt(Integer::intValue).sum();
  }

  private static double error(double[] foretold, double[] truth) {
    return IntStream.range(0, truth.length)
        .mapToDouble(i -> (foretold[i] - truth[i]) * (foretold[i] - truth[i]))
        .average()
        .orElseThrow();
  }

  private static boolean print(String world, List<Map<Integer, Judged>> runs, PrintStream out) {
    out.printf(
        Locale.ROOT,
        "%n%-38s %7s %7s %7s %7s %7s %7s %7s %7s%n",
        world,
        "untried",
        "median",
        "worst",
        "levels",
        "inside",
        "trust",
        "error",
        "of 1/2");
    boolean met = true;
    for (int step : STEPS) {
      List<Judged> at = new ArrayList<>();
      for (Map<Integer, Judged> run : runs) if (run.containsKey(step)) at.add(run.get(step));
      if (!at.isEmpty()) met &= print(step, at, out);
    }
    return met;
  }

  private static boolean print(int step, List<Judged> at, PrintStream out) {
    double[] sorted = at.stream().mapToDouble(Judged::correlation).sorted().toArray();
    out.printf(
        Locale.ROOT,
        "  after %3d steps of %d groups (%d runs)    %5.0f %7.3f %7.3f %7.3f %7.2f %7.2f %7.4f %7.4f%n",
        step,
        World.BATCH,
        at.size(),
        at.stream().mapToInt(Judged::untried).average().orElseThrow(),
        sorted[sorted.length / 2],
        sorted[0],
        at.stream().mapToDouble(Judged::levelsOnly).average().orElseThrow(),
        at.stream().mapToDouble(Judged::inside).average().orElseThrow(),
        at.stream().mapToDouble(Judged::trust).average().orElseThrow(),
        at.stream().mapToDouble(Judged::error).average().orElseThrow(),
        at.stream().mapToDouble(Judged::ordinary).average().orElseThrow());
    return sorted[sorted.length / 2] >= MARK;
  }
}
