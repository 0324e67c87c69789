package dev.whetstone.cli.demo.training;

import dev.whetstone.benchmark.metric.Estimate;
import dev.whetstone.benchmark.metric.Student;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * The runs of all seeds, as the trainer wrote them.
 *
 * @param every rollouts from one evaluation to the next
 */
record TrainingRuns(List<Pair> seeds, int every) {
  static final String OURS = "tiny";
  static final String UNIFORM = "tiny-uniform";

  private record Row(int seed, String arm, int rollouts, double rate) {
    static Row of(String line) {
      String[] cells = line.split(",", -1);
      return new Row(
          Integer.parseInt(cells[0]),
          cells[1],
          Integer.parseInt(cells[2]),
          Double.parseDouble(cells[3]));
    }
  }

  TrainingRuns {
    seeds = List.copyOf(seeds);
    if (seeds.isEmpty()) throw new IllegalArgumentException("no seed has both runs");
  }

  /**
   * @param folder of a file {@code seed-*.csv} for each seed
   * @throws IOException also if they hold no comparison
   */
  static TrainingRuns read(Path folder) throws IOException {
    TreeMap<Integer, List<Row>> seeds = new TreeMap<>();
    try (Stream<Path> files = Files.list(folder)) {
      for (Path file : files.filter(TrainingRuns::isOfASeed).sorted().toList()) {
        List<Row> rows = Files.readAllLines(file).stream().skip(1).map(Row::of).toList();
        if (!rows.isEmpty()) seeds.put(rows.getFirst().seed(), rows);
      }
    }
    try {
      return new TrainingRuns(
          seeds.values().stream().map(TrainingRuns::pair).toList(), every(seeds));
    } catch (IllegalArgumentException e) {
      throw new IOException("the runs in " + folder + " are not whole: " + e.getMessage(), e);
    }
  }

  private static boolean isOfASeed(Path file) {
    return file.getFileName().toString().matches("seed-\\d+\\.csv");
  }

  private static int every(TreeMap<Integer, List<Row>> seeds) {
    return seeds.values().stream()
        .flatMap(List::stream)
        .mapToInt(Row::rollouts)
        .filter(rollouts -> rollouts > 0)
        .min()
        .orElse(1);
  }

  private static Pair pair(List<Row> rows) {
    return new Pair(rows.getFirst().seed(), rates(rows, OURS), rates(rows, UNIFORM));
  }

  private static List<Double> rates(List<Row> rows, String arm) {
    return rows.stream().filter(row -> row.arm().equals(arm)).map(Row::rate).toList();
  }

  int evaluations() {
    return seeds.stream().mapToInt(pair -> pair.ours().size()).min().orElseThrow();
  }

  /** The mean over the seeds, evaluation by evaluation. */
  List<Optional<Estimate>> curve(Function<Pair, List<Double>> arm) {
    return IntStream.range(0, evaluations())
        .mapToObj(i -> Optional.of(share(s -> arm.apply(s).get(i))))
        .toList();
  }

  private Estimate share(Function<Pair, Double> of) {
    Estimate mean = Student.mean(seeds.stream().mapToDouble(of::apply).toArray());
    return new Estimate(mean.value(), Math.max(0, mean.low()), Math.min(1, mean.high()));
  }

  /** Our rollouts over uniform's to the same pass rate; empty where nothing was gained. */
  Optional<Estimate> ratio() {
    double[] ratios =
        seeds.stream()
            .map(Pair::ratio)
            .flatMapToDouble(OptionalDouble::stream)
            .filter(ratio -> ratio > 0)
            .toArray();
    return ratios.length == 0 ? Optional.empty() : Optional.of(Student.geometricMean(ratios));
  }
}
