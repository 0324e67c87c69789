package dev.whetstone.benchmark.report;

import static dev.whetstone.benchmark.Items.NONE;
import static dev.whetstone.benchmark.Items.judged;
import static dev.whetstone.benchmark.Items.solution;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.whetstone.benchmark.Judged;
import dev.whetstone.benchmark.Judgement;
import dev.whetstone.benchmark.Measurement;
import dev.whetstone.benchmark.metric.Bootstrap;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ScorecardTest {
  @Test
  void knowingWhichSetHasMoreErrorsIsNoMerit() {
    List<Judged> judged = new ArrayList<>();
    for (int i = 0; i < 40; i++) {
      judged.add(judged(solution("wrong", "p" + i, 1, i % 4 == 0 ? NONE : 0), 0.1));
      judged.add(judged(solution("right", "q" + i, 1, i % 4 == 0 ? 0 : NONE), 0.9));
    }
    Scorecard card = card(judged);
    assertEquals(0.75, card.all().stepAuc().orElseThrow().value(), 1e-12);
    assertEquals(0.5, card.meanStepAuc().orElseThrow().value(), 1e-12);
  }

  private static Scorecard card(List<Judged> judged) {
    return Scorecard.of(
        "v", "", Scorecard.Role.VERIFIER, judged, new Measurement(new Bootstrap(10, 1)));
  }

  @Test
  void refusalsAreCountedByTheirRuleAndNotByTheirNumbers() {
    List<Judged> judged = new ArrayList<>();
    for (int i = 0; i < 300; i++)
      judged.add(
          new Judged(
              solution("s", "p" + i, 2, 1),
              new Judgement.Refused("step " + i + " has 99 tokens, more than 64")));
    Scorecard card = card(judged);
    assertEquals(Map.of("step N has N tokens, more than N", 300), card.refusals());
    assertEquals(300, card.all().counts().refused());
    assertEquals(0, card.all().solutionAccuracy().orElseThrow().value());
  }
}
