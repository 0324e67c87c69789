package dev.whetstone.benchmark.report;

import static dev.whetstone.benchmark.Items.NONE;
import static dev.whetstone.benchmark.Items.solution;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.whetstone.benchmark.Comparison;
import dev.whetstone.benchmark.Items;
import dev.whetstone.benchmark.Judge;
import dev.whetstone.benchmark.Judgement;
import dev.whetstone.benchmark.Measurement;
import dev.whetstone.benchmark.baseline.CommonPosition;
import dev.whetstone.benchmark.baseline.RandomScores;
import dev.whetstone.benchmark.label.Labelled;
import dev.whetstone.benchmark.label.StepLabel;
import dev.whetstone.benchmark.metric.Bootstrap;
import dev.whetstone.benchmark.metric.Estimate;
import dev.whetstone.benchmark.report.page.Page;
import java.io.IOException;
import java.io.StringReader;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.IntConsumer;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.junit.jupiter.api.Test;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;

class ReportTest {
  private static final String HOSTILE =
      "</p><script>alert(1)</script><img src=x onerror='alert(2)'>\" & %s {} \u202e\u0007";

  /** Sure, and mostly right. */
  private record Noisy(String name, int wrongEvery) implements Judge {
    @Override
    public String about() {
      return HOSTILE;
    }

    @Override
    public List<Judgement> judge(List<Labelled> items, IntConsumer done) {
      List<Judgement> judgements = new ArrayList<>();
      for (int i = 0; i < items.size(); i++) judgements.add(judge(items.get(i), i));
      done.accept(items.size());
      return judgements;
    }

    private Judgement judge(Labelled item, int index) {
      if (index == 5) return new Judgement.Refused(HOSTILE);
      boolean mistaken = index % wrongEvery == 0;
      return Judgement.Said.below(
          0.5,
          item.truth().steps().stream()
              .map(s -> s == StepLabel.WRONG != mistaken ? 0.1 : 0.9)
              .toList());
    }
  }

  static Report report() {
    return report(
        new UUID(1, 2), "verifier" + HOSTILE, Instant.parse("2026-01-02T03:04:05.123456Z"));
  }

  static Report report(UUID id, String model, Instant now) {
    List<Labelled> items = new ArrayList<>();
    for (int i = 0; i < 60; i++)
      items.add(
          solution(
              i % 2 == 0 ? "one" : "two", HOSTILE + i / 3, 1 + i % 5, i % 3 == 0 ? i % 5 : NONE));
    items.add(Items.step(HOSTILE, List.of(HOSTILE, HOSTILE), true));
    return new VerifierBenchmark(
            new Noisy(model, 4),
            Optional.of(new Noisy("other", 3)),
            List.of(new RandomScores(), new CommonPosition()),
            new Measurement(new Bootstrap(50, 1)))
        .run(id, now, items, n -> {});
  }

  @Test
  void jsonHoldsAllOfIt() throws IOException {
    Report report = report();
    assertEquals(report, ReportJson.read(ReportJson.write(report)));
  }

  @Test
  void jsonIsInSnakeCaseAndWritesTimesForPeople() throws IOException {
    JsonNode json = new ObjectMapper().readTree(ReportJson.write(report()));
    assertEquals("2026-01-02T03:04:05.123456Z", json.path("created_at").asText());
    JsonNode sets = json.path("scorecards").path(0).path("sets");
    assertTrue(sets.path("one").path("solutions").path("f1").path("low").isNumber());
    assertTrue(sets.path("steps").path("solutions").isNull());
    assertTrue(json.path("step_scores").path("bins").path(0).has("predicted"));
  }

  @Test
  void theSameDataHaveTheSameHashAndOthersDoNot() {
    assertEquals(report().dataSha256(), report().dataSha256());
    List<Labelled> right = List.of(solution("s", "a", 2, NONE));
    List<Labelled> wrong = List.of(solution("s", "a", 2, 1));
    assertFalse(SetSummary.of("s", right).sha256().equals(SetSummary.of("s", wrong).sha256()));
  }

  @Test
  void theLeadOverAnotherJudgeIsPairedOnEachSet() {
    Scorecard verifier = report().verifier();
    Scorecard other = report().scorecards().get(1);
    Comparison lead = other.lead().get("one");
    double difference =
        verifier.sets().get("one").stepAuc().orElseThrow().value()
            - other.sets().get("one").stepAuc().orElseThrow().value();

    assertEquals(difference, lead.stepAuc().orElseThrow().value(), 1e-12);
    assertTrue(lead.firstError().orElseThrow().onlyFirst() > 0);
    assertEquals(Map.of(), verifier.lead());
    assertEquals(other.sets().keySet(), other.lead().keySet());
  }

  @Test
  void theMeanF1IsThatOfTheSetsThatHaveOne() {
    Scorecard card = report().verifier();
    double mean =
        (card.sets().get("one").f1().orElseThrow().value()
                + card.sets().get("two").f1().orElseThrow().value())
            / 2;
    Estimate estimate = card.meanF1().orElseThrow();
    assertEquals(mean, estimate.value(), 1e-12);
    assertTrue(estimate.low() < mean && mean < estimate.high());
  }

  @Test
  void thePageShowsHostileTextsAndReadsNoneOfThem() {
    String page = Page.of(report(), List.of());
    assertFalse(page.contains("<script"), "a script came through");
    assertFalse(page.contains("<img"), "an image came through");
    assertFalse(page.contains("\u202e") || page.contains("\u0007"), "a control came through");
    assertTrue(page.contains("&lt;script&gt;alert(1)&lt;/script&gt;"));
  }

  @Test
  void thePageIsWellFormedAndNeedsNothingElse()
      throws IOException, SAXException, ParserConfigurationException {
    String page = Page.of(report(), List.of());
    assertFalse(page.contains("http"), "it names another place");
    String body = page.substring(page.indexOf("<body>"), page.indexOf("</body>") + 7);
    DocumentBuilderFactory.newInstance()
        .newDocumentBuilder()
        .parse(new InputSource(new StringReader(body.replace("&nbsp;", " "))));
  }

  @Test
  void quotesAreCutToALengthThatPeopleRead() {
    String longText = "x".repeat(100_000);
    List<Labelled> items = List.of(Items.step(longText, List.of(longText), false));
    Report report =
        new VerifierBenchmark(
                new Noisy("v", 1),
                Optional.empty(),
                List.of(),
                new Measurement(new Bootstrap(10, 1)))
            .run(new UUID(1, 2), Instant.EPOCH, items, n -> {});
    assertEquals(1, report.mistakes().size());
    assertTrue(report.mistakes().getFirst().text().length() < 1000);
    assertTrue(Page.of(report, List.of()).length() < 100_000);
  }
}
