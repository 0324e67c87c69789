package dev.whetstone.model.fit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class ValidationMetricsTest {
  private static final List<ScoredStep> STEPS =
      List.of(step(-1, 0, 1), step(0, 1, 2), step(0, 0, 3), step(2, 1, 1), step(3, 0, 1));

  @Test
  void aPairCountsAsItsStepsWeigh() {
    // Right ones weigh 2 and 1, wrong ones 1, 3 and 1; the tie counts half.
    assertEquals((2 * (1 + 1.5) + 1 * 4) / (3.0 * 5.0), ValidationMetrics.auc(STEPS), 1e-12);
  }

  @Test
  void aWeightIsSoManySteps() {
    List<ScoredStep> apart = new ArrayList<>();
    for (ScoredStep s : STEPS)
      for (int i = 0; i < s.weight(); i++) apart.add(step(s.logit(), s.right(), 1));
    assertEquals(ValidationMetrics.auc(apart), ValidationMetrics.auc(STEPS), 1e-12);
    assertEquals(ValidationMetrics.logLoss(apart), ValidationMetrics.logLoss(STEPS), 1e-12);
  }

  @Test
  void ofOneKindAloneThereIsNoPair() {
    assertTrue(Double.isNaN(ValidationMetrics.auc(List.of(step(1, 1, 1)))));
  }

  private static ScoredStep step(double logit, double right, double weight) {
    return new ScoredStep(0, 0, logit, false, right, weight);
  }
}
