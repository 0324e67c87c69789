package dev.whetstone.verify.proof;

import static dev.whetstone.verify.proof.issue.Finding.CONFIRMED;
import static dev.whetstone.verify.proof.issue.Finding.OPEN;
import static dev.whetstone.verify.proof.issue.Finding.REFUTED;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.whetstone.verify.proof.issue.CheckedIssue;
import dev.whetstone.verify.proof.issue.Claim;
import dev.whetstone.verify.proof.issue.Finding;
import dev.whetstone.verify.proof.issue.Issue;
import dev.whetstone.verify.proof.issue.Severity;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;

class MetaRubricTest {
  @Test
  void theRubricSaysHowGoodAnAnalysisCanBe() {
    assertEquals(Score.ONE, MetaRubric.atMost(List.of(), Score.ONE));
    assertEquals(Score.HALF, MetaRubric.atMost(List.of(), Score.ZERO));
    assertEquals(Score.ZERO, rubric(Score.ZERO, Severity.FATAL, REFUTED));
    assertEquals(Score.HALF, rubric(Score.ZERO, Severity.FATAL, REFUTED, CONFIRMED));
    assertEquals(Score.HALF, rubric(Score.ZERO, Severity.FATAL, REFUTED, OPEN));
    assertEquals(Score.ONE, rubric(Score.ZERO, Severity.FATAL, OPEN, CONFIRMED));
    assertEquals(Score.HALF, rubric(Score.HALF, Severity.FATAL, CONFIRMED));
    assertEquals(Score.ONE, rubric(Score.HALF, Severity.MINOR, CONFIRMED));
  }

  private static Score rubric(Score given, Severity severity, Finding... findings) {
    Issue issue = new Issue(OptionalInt.of(0), "2", Claim.LOGIC, severity, "");
    return MetaRubric.atMost(
        Arrays.stream(findings).map(f -> new CheckedIssue(issue, f, "")).toList(), given);
  }
}
