package dev.whetstone.training.simulation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.whetstone.task.TaskFamily;
import dev.whetstone.task.family.Families;
import java.util.List;
import org.junit.jupiter.api.Test;

class LinearVerifierTest {
  private static final List<TaskFamily> FAMILIES = List.of(Families.named("chain_sum").get());
  private static final List<Read> EXAM = generated(2);

  @Test
  void itsRankingIsWorthSomethingWhereItsThresholdSaysTheSameOfAll() {
    LinearVerifier fitted = LinearVerifier.fit(1, generated(1));
    LinearVerifier strict = new LinearVerifier(1, fitted.model(), 1);
    assertEquals(0.5, strict.accuracy(EXAM));
    assertEquals(fitted.auc(EXAM), strict.auc(EXAM));
    assertTrue(strict.auc(EXAM) > 0.7, () -> "AUC " + strict.auc(EXAM));
  }

  @Test
  void ofOneKindAloneNothingIsTold() {
    LinearVerifier fitted = LinearVerifier.fit(1, EXAM);
    assertEquals(Double.NaN, fitted.auc(EXAM.stream().filter(Read::isWrong).toList()));
    assertEquals(Double.NaN, fitted.auc(List.of()));
  }

  private static List<Read> generated(long seed) {
    return Read.all(Grounds.generated(FAMILIES, 100, seed));
  }
}
