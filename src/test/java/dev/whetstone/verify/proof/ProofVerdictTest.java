package dev.whetstone.verify.proof;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.whetstone.verify.proof.issue.CheckedIssue;
import dev.whetstone.verify.proof.issue.Claim;
import dev.whetstone.verify.proof.issue.Finding;
import dev.whetstone.verify.proof.issue.Issue;
import dev.whetstone.verify.proof.issue.Severity;
import java.util.Collections;
import java.util.List;
import java.util.OptionalInt;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ProofVerdictTest {
  private static final CheckedIssue ISSUE =
      new CheckedIssue(
          new Issue(OptionalInt.of(0), "quoted", Claim.LOGIC, Severity.FATAL, "reason"),
          Finding.OPEN,
          "why");

  private static Assessment assessment(Score score, int issues, Score metaAtMost) {
    return new Assessment(
        new Analysis("", score), Collections.nCopies(issues, ISSUE), 0, metaAtMost);
  }

  @ParameterizedTest
  @CsvSource({"ONE,ONE", "ZERO ONE,ZERO", "ONE HALF ZERO,HALF", "ONE ONE ZERO,ONE"})
  void theScoreIsTheMedianOfTheVotesAndOfTwoTheLower(String votes, Score median) {
    List<Assessment> said =
        Stream.of(votes.split(" ", -1))
            .map(vote -> assessment(Score.valueOf(vote), 0, Score.ONE))
            .toList();
    MetaVerdict any = MetaVerdict.refuted(said.getFirst(), "tiny@1");
    assertEquals(median, new ProofVerdict(said, "tiny@1", any).score());
  }

  @Test
  void withoutVotesThereIsNoVerdict() {
    MetaVerdict any = MetaVerdict.refuted(assessment(Score.ONE, 0, Score.ONE), "tiny@1");
    assertThrows(IllegalArgumentException.class, () -> new ProofVerdict(List.of(), "t", any));
  }

  @ParameterizedTest
  @CsvSource({
    "ONE, 1, HALF, HALF",
    "ZERO, 1, HALF, ZERO",
    "HALF, 1, ONE, HALF",
    "ONE, 0, HALF, ONE"
  })
  void aRatingIsBoundedByWhatWasCheckedOfTheIssues(
      Score rating, int issues, Score most, Score meta) {
    MetaVerdict said =
        MetaVerdict.of(
            assessment(Score.ZERO, issues, most), new Analysis("fair", rating), "tiny@1");
    assertEquals(meta, said.score());
  }
}
