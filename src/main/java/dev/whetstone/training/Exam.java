package dev.whetstone.training;

import dev.whetstone.benchmark.Judge;
import dev.whetstone.benchmark.Measurement;
import dev.whetstone.benchmark.Metrics;
import dev.whetstone.benchmark.ScorerJudge;
import dev.whetstone.benchmark.label.Generated;
import dev.whetstone.benchmark.label.Labelled;
import dev.whetstone.benchmark.label.Labels;
import dev.whetstone.benchmark.metric.Bootstrap;
import dev.whetstone.benchmark.metric.Estimate;
import dev.whetstone.benchmark.report.Report;
import dev.whetstone.benchmark.report.VerifierBenchmark;
import dev.whetstone.model.Scorer;
import dev.whetstone.task.family.Families;
import java.io.IOException;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import javax.sql.DataSource;

/**
 * The benchmark that a new version's card shows: on sets of labels, and on unseen solutions of
 * every task family.
 *
 * @param reports to be kept once the version is published
 * @param measures each set's, with the bounds of their 95 % intervals
 */
record Exam(List<Report> reports, Map<String, Map<String, Double>> measures) {
  /** All families together, whose own figures have wider intervals. */
  static final String FAMILIES = "families";

  private static final Bootstrap BOOTSTRAP = new Bootstrap(1_000, 1);
  private static final int BATCH_TOKENS = 8_192;

  /** Solutions of each family: 95 % of all of them together is known to some 2.5 points. */
  private static final int EXAMPLES = 20;

  private static final long SEED = 1;

  /**
   * @param sets where none is named, nothing is measured
   * @param told a line for each set
   */
  static Exam of(Scorer scorer, List<String> sets, DataSource database, Consumer<String> told)
      throws IOException, SQLException {
    if (sets.isEmpty()) return new Exam(List.of(), Map.of());
    Judge judge = new SetBySet(new ScorerJudge(scorer, BATCH_TOKENS), told);
    Report labels = report(judge, labels(sets, database));
    Report families = report(judge, generated());
    Map<String, Map<String, Double>> shown = new LinkedHashMap<>();
    labels.verifier().sets().forEach((set, m) -> shown.put(set, shown(m)));
    shown.put(FAMILIES, shown(families.verifier().all()));
    families.verifier().sets().forEach((set, m) -> shown.put(set, exact(m)));
    shown.forEach((set, measures) -> told.accept(line(set, measures)));
    return new Exam(List.of(labels, families), shown);
  }

  private static Report report(Judge judge, List<Labelled> items) {
    return new VerifierBenchmark(judge, Optional.empty(), List.of(), new Measurement(BOOTSTRAP))
        .run(UUID.randomUUID(), Instant.now(), items, judged -> {});
  }

  private static List<Labelled> labels(List<String> sets, DataSource database)
      throws IOException, SQLException {
    List<Labelled> items = new ArrayList<>();
    for (String set : sets) {
      List<Labelled> labels = new Labels(database).list(set, Optional.empty());
      if (labels.isEmpty()) throw new IOException("benchmark: there are no labels of set " + set);
      items.addAll(labels);
    }
    return items;
  }

  private static List<Labelled> generated() {
    return Families.answered().stream()
        .flatMap(family -> new Generated(family, SEED).items(EXAMPLES).stream())
        .toList();
  }

  private static Map<String, Double> shown(Metrics metrics) {
    Map<String, Double> shown = new LinkedHashMap<>();
    metrics.f1().ifPresent(e -> put(shown, "f1", e));
    shown.putAll(exact(metrics));
    metrics.stepAuc().ifPresent(e -> put(shown, "step_auc", e));
    metrics
        .steps()
        .ifPresent(s -> shown.put("expected_calibration_error", s.expectedCalibrationError()));
    return shown;
  }

  private static Map<String, Double> exact(Metrics metrics) {
    Map<String, Double> shown = new LinkedHashMap<>();
    metrics.firstErrorAccuracy().ifPresent(e -> put(shown, "first_error_accuracy", e));
    return shown;
  }

  private static void put(Map<String, Double> shown, String name, Estimate estimate) {
    shown.put(name, estimate.value());
    shown.put(name + "_low", estimate.low());
    shown.put(name + "_high", estimate.high());
  }

  private static String line(String set, Map<String, Double> measures) {
    return measures.entrySet().stream()
        .filter(measure -> !measure.getKey().matches(".*_(low|high)"))
        .map(m -> String.format(Locale.ROOT, "%s %.3f", m.getKey(), m.getValue()))
        .collect(Collectors.joining(", ", "  " + set + ": ", ""));
  }
}
