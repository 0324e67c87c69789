package dev.whetstone.verify.proof;

import static dev.whetstone.verify.proof.issue.Finding.CONFIRMED;
import static dev.whetstone.verify.proof.issue.Finding.OPEN;
import static dev.whetstone.verify.proof.issue.Finding.REFUTED;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.whetstone.verify.proof.issue.CheckedIssue;
import dev.whetstone.verify.proof.issue.Claim;
import dev.whetstone.verify.proof.issue.Finding;
import dev.whetstone.verify.proof.issue.Issue;
import dev.whetstone.verify.proof.issue.Severity;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;

class MetaRubricTest {
  @Test
  void theRubricSaysHowGoodAnAnalysisCanBe() {
    assertEquals(Score.ONE, MetaRubric.atMost(List.of(), 0, Score.ONE));
    assertEquals(Score.HALF, MetaRubric.atMost(List.of(), 0, Score.ZERO));
    assertEquals(Score.ZERO, rubric(Score.ZERO, Severity.FATAL, REFUTED));
    assertEquals(Score.HALF, rubric(Score.ZERO, Severity.FATAL, REFUTED, CONFIRMED));
    assertEquals(Score.HALF, rubric(Score.ZERO, Severity.FATAL, REFUTED, OPEN));
    assertEquals(Score.ONE, rubric(Score.ZERO, Severity.FATAL, OPEN, CONFIRMED));
    assertEquals(Score.HALF, rubric(Score.HALF, Severity.FATAL, CONFIRMED));
    assertEquals(Score.ONE, rubric(Score.HALF, Severity.MINOR, CONFIRMED));
  }

  private static Score rubric(Score given, Severity severity, Finding... findings) {
    return MetaRubric.atMost(issues(severity, findings), 0, given);
  }

  private static List<CheckedIssue> issues(Severity severity, Finding... findings) {
    Issue issue = new Issue(OptionalInt.of(0), "2", Claim.LOGIC, severity, "");
    return Arrays.stream(findings).map(f -> new CheckedIssue(issue, f, "")).toList();
  }

  @Test
  void aConfirmedIssueIsWorthHalfWhateverTheMetaVerifierSays() {
    assertEquals(Score.HALF, rated(Score.ZERO, Severity.FATAL, CONFIRMED));
    assertEquals(Score.HALF, rated(Score.ZERO, Severity.FATAL, CONFIRMED, REFUTED));
    assertEquals(Score.ONE, rated(Score.ONE, Severity.FATAL, CONFIRMED, OPEN));
    assertEquals(Score.ZERO, rated(Score.ZERO, Severity.FATAL, OPEN));
    assertEquals(Score.ZERO, rated(Score.ONE, Severity.FATAL, REFUTED));
  }

  /** R_meta of an analysis that gives 0. */
  private static Score rated(Score rating, Severity severity, Finding... findings) {
    Assessment said = new Assessment(new Analysis("", Score.ZERO), issues(severity, findings), 0);
    return MetaVerdict.of(said, new Analysis("", rating), "meta").score();
  }

  @Test
  void whatIsConfirmedMustCallForTheScoreItself() {
    assertTrue(MetaRubric.isConfirmed(issues(Severity.FATAL, CONFIRMED, REFUTED), Score.ZERO));
    assertTrue(MetaRubric.isConfirmed(issues(Severity.MINOR, CONFIRMED), Score.HALF));
    assertFalse(MetaRubric.isConfirmed(issues(Severity.MINOR, CONFIRMED), Score.ZERO));
    assertFalse(MetaRubric.isConfirmed(issues(Severity.FATAL, OPEN), Score.ZERO));
    assertFalse(MetaRubric.isConfirmed(List.of(), Score.HALF));
    assertFalse(MetaRubric.isConfirmed(issues(Severity.FATAL, CONFIRMED), Score.ONE));
  }

  @Test
  void whatCannotBeReadMayBeReal() {
    assertEquals(Score.HALF, MetaRubric.atMost(issues(Severity.FATAL, REFUTED), 1, Score.ZERO));
    assertEquals(Score.HALF, MetaRubric.atMost(List.of(), 1, Score.ZERO));
  }

  @Test
  void aScoreStandsWhereSomethingIsLeftThatCallsForIt() {
    assertTrue(MetaRubric.isLeft(List.of(), Score.ZERO), "prose is not judged here");
    assertTrue(MetaRubric.isLeft(issues(Severity.FATAL, REFUTED, OPEN), Score.ZERO));
    assertTrue(MetaRubric.isLeft(issues(Severity.MINOR, OPEN), Score.ZERO), "none is refuted");
    assertTrue(MetaRubric.isLeft(issues(Severity.FATAL, REFUTED), Score.ONE));
    assertFalse(MetaRubric.isLeft(issues(Severity.FATAL, REFUTED), Score.ZERO));
    assertFalse(MetaRubric.isLeft(issues(Severity.FATAL, REFUTED), Score.HALF));
    List<CheckedIssue> minor = new ArrayList<>(issues(Severity.FATAL, REFUTED));
    minor.addAll(issues(Severity.MINOR, CONFIRMED));
    assertFalse(MetaRubric.isLeft(minor, Score.ZERO));
    assertTrue(MetaRubric.isLeft(minor, Score.HALF));
  }
}
