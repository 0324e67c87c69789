package dev.whetstone.verify;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import dev.whetstone.task.Checks;
import dev.whetstone.task.Grade;
import org.junit.jupiter.api.Test;

class ExactVerifierTest {
  @Test
  void anExactVerdictIsCertain() {
    Verdict verdict = ExactVerifier.verify(Checks.number(4), "4");
    assertEquals(new Verdict.Judged(Grade.RIGHT, Reliability.EXACT, ExactVerifier.NAME), verdict);
  }

  @Test
  void aCheckThatFailsLeavesTheCandidateUnjudgedAndNeverWrong() {
    Verdict verdict =
        ExactVerifier.verify(
            completion -> {
              throw new IllegalStateException("broken");
            },
            "4");
    assertInstanceOf(Verdict.Unjudged.class, verdict);
  }
}
