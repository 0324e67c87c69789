package dev.whetstone.training;

import dev.whetstone.benchmark.Measurement;
import dev.whetstone.benchmark.Metrics;
import dev.whetstone.benchmark.ScorerJudge;
import dev.whetstone.benchmark.label.Labelled;
import dev.whetstone.benchmark.label.Labels;
import dev.whetstone.benchmark.metric.Bootstrap;
import dev.whetstone.benchmark.metric.Estimate;
import dev.whetstone.benchmark.report.Report;
import dev.whetstone.benchmark.report.Reports;
import dev.whetstone.benchmark.report.VerifierBenchmark;
import dev.whetstone.model.Scorer;
import java.io.IOException;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.IntConsumer;
import javax.sql.DataSource;

/** The benchmark that a new version's card shows; the whole report is kept in the database. */
record Exam(List<String> sets, DataSource database) {
  private static final Bootstrap BOOTSTRAP = new Bootstrap(1_000, 1);
  private static final int BATCH_TOKENS = 8_192;

  /** Each set's measures, with the bounds of their 95 % intervals. */
  Map<String, Map<String, Double>> of(Scorer scorer) throws IOException, SQLException {
    List<Labelled> items = items();
    if (items.isEmpty()) return Map.of();
    IntConsumer quietly = judged -> {};
    Report report =
        new VerifierBenchmark(
                new ScorerJudge(scorer, BATCH_TOKENS),
                Optional.empty(),
                List.of(),
                new Measurement(BOOTSTRAP))
            .run(UUID.randomUUID(), Instant.now(), items, quietly);
    new Reports(database).save(report);
    Map<String, Map<String, Double>> shown = new LinkedHashMap<>();
    report.verifier().sets().forEach((set, metrics) -> shown.put(set, shown(metrics)));
    return shown;
  }

  private List<Labelled> items() throws IOException, SQLException {
    List<Labelled> items = new ArrayList<>();
    for (String set : sets) {
      List<Labelled> labels = new Labels(database).list(set, Optional.empty());
      if (labels.isEmpty()) throw new IOException("benchmark: there are no labels of set " + set);
      items.addAll(labels);
    }
    return items;
  }

  private static Map<String, Double> shown(Metrics metrics) {
    Map<String, Double> shown = new LinkedHashMap<>();
    metrics.f1().ifPresent(e -> put(shown, "f1", e));
    metrics
        .solutions()
        .ifPresent(
            s -> s.firstErrorAccuracy().ifPresent(e -> put(shown, "first_error_accuracy", e)));
    metrics.stepAuc().ifPresent(e -> put(shown, "step_auc", e));
    metrics
        .steps()
        .ifPresent(s -> shown.put("expected_calibration_error", s.expectedCalibrationError()));
    return shown;
  }

  private static void put(Map<String, Double> shown, String name, Estimate estimate) {
    shown.put(name, estimate.value());
    shown.put(name + "_low", estimate.low());
    shown.put(name + "_high", estimate.high());
  }
}
