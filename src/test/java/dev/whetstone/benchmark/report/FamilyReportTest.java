package dev.whetstone.benchmark.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.whetstone.benchmark.Judge;
import dev.whetstone.benchmark.Judgement;
import dev.whetstone.benchmark.Measurement;
import dev.whetstone.benchmark.Metrics;
import dev.whetstone.benchmark.Metrics.SolutionMetrics;
import dev.whetstone.benchmark.Slice;
import dev.whetstone.benchmark.TrainedOn;
import dev.whetstone.benchmark.baseline.CommonPosition;
import dev.whetstone.benchmark.baseline.RandomScores;
import dev.whetstone.benchmark.label.Generated;
import dev.whetstone.benchmark.label.Labelled;
import dev.whetstone.benchmark.label.StepLabel;
import dev.whetstone.benchmark.metric.Bootstrap;
import dev.whetstone.benchmark.report.page.Page;
import dev.whetstone.task.family.Families;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.IntConsumer;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class FamilyReportTest {
  private static final int EXAMPLES = 12;
  private static final List<Labelled> ITEMS =
      Families.answered().stream()
          .flatMap(family -> new Generated(family, 1).items(EXAMPLES).stream())
          .toList();

  /** Says of each solution what is labelled, or the opposite of each step. */
  private record Knowing(boolean knows, TrainedOn trainedOn) implements Judge {
    @Override
    public String name() {
      return "knowing@1";
    }

    @Override
    public String about() {
      return "the labels";
    }

    @Override
    public List<Judgement> judge(List<Labelled> items, IntConsumer done) {
      done.accept(items.size());
      return items.stream().map(this::judge).toList();
    }

    private Judgement judge(Labelled item) {
      return Judgement.Said.below(
          0.5,
          item.truth().steps().stream()
              .map(label -> (label != StepLabel.WRONG) == knows ? 0.9 : 0.1)
              .toList());
    }
  }

  @Test
  void whoAlwaysKnowsIsExactInEveryFamilyAndInAll() {
    Report report = report(true, TrainedOn.UNSAID);
    assertEquals(Families.answered().size(), report.sets().size());
    for (Metrics metrics : all(report.verifier())) {
      SolutionMetrics said = metrics.solutions().orElseThrow();
      assertEquals(1, said.firstErrorAccuracy().orElseThrow().value());
      assertEquals(1, said.erroneousAccuracy().orElseThrow().value());
      assertEquals(1, said.correctAccuracy().orElseThrow().value());
      assertEquals(1, said.f1().orElseThrow().value());
      assertEquals(metrics.counts().erroneous(), metrics.counts().correct());
    }
  }

  @Test
  void whoNeverKnowsIsNeverExact() {
    for (Metrics metrics : all(report(false, TrainedOn.UNSAID).verifier())) {
      assertEquals(0, metrics.firstErrorAccuracy().orElseThrow().value());
      assertEquals(0, metrics.f1().orElseThrow().value());
    }
  }

  @Test
  void theBaselinesStandBesideItAndKnowLittle() {
    Report report = report(true, TrainedOn.UNSAID);
    assertEquals(3, report.scorecards().size());
    for (Scorecard baseline : report.scorecards().subList(1, 3)) {
      assertEquals(Families.answered().size(), baseline.sets().size());
      double exact = baseline.all().firstErrorAccuracy().orElseThrow().value();
      assertTrue(exact < 0.5, baseline.judge() + " " + exact);
    }
  }

  @Test
  void familiesTrainedOnAndLeftOutAreMeasuredApart() {
    Report report =
        report(true, new TrainedOn(List.of("worked solutions of chain_sum, gcd", "a set")));
    Map<String, Integer> parts =
        report.slices().stream()
            .filter(slice -> slice.by() == Slice.By.TRAINING)
            .collect(Collectors.toMap(Slice::value, s -> s.metrics().counts().items()));
    assertEquals(
        Map.of(
            "families trained on",
            2 * EXAMPLES,
            "families left out",
            (Families.answered().size() - 2) * EXAMPLES),
        parts);
    String page = Page.of(report, List.of());
    assertTrue(page.contains("a family that it was trained on"));
    assertTrue(page.contains("a family left out of its training"));
    assertTrue(page.contains("knowing@1 on generated solutions"));
    assertFalse(page.contains("human labels"), "nobody labelled these");
  }

  @Test
  void nothingIsSaidOfTrainingWhereTheCardNamesNoFamilies() {
    Report report =
        report(true, new TrainedOn(List.of("worked solutions of task families", "a set")));
    assertTrue(report.slices().stream().noneMatch(s -> s.by() == Slice.By.TRAINING));
    assertTrue(Page.of(report, List.of()).contains("its card does not say"));
  }

  @Test
  void jsonHoldsAllOfItAndAnOlderReportIsStillRead() throws IOException {
    Report report = report(true, new TrainedOn(List.of("worked solutions of gcd")));
    String json = ReportJson.write(report);
    assertEquals(report, ReportJson.read(json));
    ObjectNode older = (ObjectNode) new ObjectMapper().readTree(json);
    older.remove("trained_on");
    assertEquals(TrainedOn.UNSAID, ReportJson.read(older.toString()).trainedOn());
  }

  static Report report(boolean knows, TrainedOn training) {
    return new VerifierBenchmark(
            new Knowing(knows, training),
            Optional.empty(),
            List.of(new RandomScores(), new CommonPosition()),
            new Measurement(new Bootstrap(20, 1)))
        .run(new UUID(3, 4), Instant.EPOCH, ITEMS, done -> {});
  }

  private static List<Metrics> all(Scorecard card) {
    List<Metrics> all = new ArrayList<>(card.sets().values());
    all.add(card.all());
    return all;
  }
}
