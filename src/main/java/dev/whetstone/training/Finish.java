package dev.whetstone.training;

import dev.whetstone.benchmark.TrainedOn;
import dev.whetstone.benchmark.label.Generated;
import dev.whetstone.benchmark.report.Report;
import dev.whetstone.benchmark.report.Reports;
import dev.whetstone.model.Card;
import dev.whetstone.model.Scorer;
import dev.whetstone.model.fit.ScoredStep;
import dev.whetstone.training.recipe.Recipe;
import java.io.IOException;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import javax.sql.DataSource;

/**
 * From new weights to a version that serves. Calibration and thresholds are taken from what a
 * server would say: the weights as they are written, read back.
 */
record Finish(
    Recipe recipe, Start start, TrainingData data, DataSource database, Consumer<String> told) {
  private static final String VALIDATION = "validation";
  private static final String IN_SAMPLE = " (in sample)";

  /** The card of the published version. */
  Card of(Draft draft) throws IOException, SQLException {
    told.accept("Calibrating it on the validation data ...");
    Card blank = NewCard.of(recipe, draft.version(), start.network().positions(), data.sources());
    draft.write(blank);
    Card calibrated = calibrated(draft, blank);
    draft.write(calibrated);
    told.accept("Measuring it on labels and on generated solutions ...");
    List<Report> reports;
    try (Scorer scorer = draft.open()) {
      List<Card.Golden> golden = GoldenExamples.of(scorer, data.validation());
      Exam exam = Exam.of(scorer, recipe.benchmark(), database, told);
      draft.write(calibrated.withMeasures(shown(exam.measures(), calibrated), golden));
      reports = exam.reports();
    }
    Card card = draft.publish();
    for (Report report : reports) new Reports(database).save(report);
    return card;
  }

  private Card calibrated(Draft draft, Card blank) throws IOException {
    List<ScoredStep> scored = scored(draft);
    Card.Calibration calibration = Platt.fit(scored);
    Card.Thresholds thresholds = Thresholds.of(Ways.of(data.validation(), scored, calibration));
    double error = OutOfFold.calibrationError(data.validation(), scored);
    return blank
        .withDecisions(calibration, thresholds)
        .withMeasures(
            Map.of(VALIDATION, Map.of("calibration_error_out_of_fold", error)), List.of());
  }

  /** The validation steps, with the linear model counted as much as is best from now on. */
  private List<ScoredStep> scored(Draft draft) throws IOException {
    try (Scorer scorer = draft.open()) {
      List<ScoredStep> scored = ValidationScores.of(scorer, data.validation());
      double factor = Balance.of(scored, data.validation());
      draft.countWide(factor);
      told.accept("The linear model counts %.2f times beside the network".formatted(factor));
      return Balance.weighed(scored, data.validation(), factor);
    }
  }

  private boolean isKnown(String set) {
    List<String> sources = data.sources().stream().map(Card.Data::source).toList();
    return recipe.validation().labels().contains(set)
        || (!set.startsWith(Generated.SETS) && new TrainedOn(sources).names(set).orElse(false));
  }

  /** Measures of sets that it was calibrated or, with its parents, trained on are named so. */
  private Map<String, Map<String, Double>> shown(
      Map<String, Map<String, Double>> measured, Card card) {
    Map<String, Map<String, Double>> shown = new LinkedHashMap<>();
    measured.forEach((set, measures) -> shown.put(isKnown(set) ? set + IN_SAMPLE : set, measures));
    shown.putAll(card.metrics());
    return shown;
  }
}
