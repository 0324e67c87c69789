package dev.whetstone.verify.proof;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.whetstone.verify.proof.issue.CheckedIssue;
import dev.whetstone.verify.proof.issue.Claim;
import dev.whetstone.verify.proof.issue.Finding;
import dev.whetstone.verify.proof.issue.Issue;
import dev.whetstone.verify.proof.issue.Severity;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ProofVerdictTest {
  private static Assessment assessment(Score score, Finding... findings) {
    Issue issue = new Issue(OptionalInt.of(0), "quoted", Claim.LOGIC, Severity.FATAL, "reason");
    return new Assessment(
        new Analysis("", score),
        Stream.of(findings).map(finding -> new CheckedIssue(issue, finding, "why")).toList(),
        0);
  }

  /** A small letter is a vote all of whose issues are refuted. */
  private static Assessment vote(String vote) {
    return vote.equals("zero")
        ? assessment(Score.ZERO, Finding.REFUTED)
        : assessment(Score.valueOf(vote));
  }

  @ParameterizedTest
  @CsvSource({
    "ONE,ONE",
    "ZERO ONE,ZERO",
    "ONE HALF ZERO,HALF",
    "ONE ONE ZERO,ONE",
    "zero ONE,ONE",
    "zero zero zero HALF ONE,HALF"
  })
  void theScoreIsTheMedianOfTheVotesThatStandAndOfTwoTheLower(String votes, Score median) {
    List<Assessment> said = Stream.of(votes.split(" ", -1)).map(ProofVerdictTest::vote).toList();
    assertEquals(median, new ProofVerdict(said, "tiny@1", Optional.empty()).score());
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "zero", "zero zero"})
  void withoutAVoteThatStandsThereIsNoVerdict(String votes) {
    List<Assessment> said =
        votes.isEmpty()
            ? List.of()
            : Stream.of(votes.split(" ", -1)).map(ProofVerdictTest::vote).toList();
    assertThrows(
        IllegalArgumentException.class, () -> new ProofVerdict(said, "t", Optional.empty()));
  }

  @ParameterizedTest
  @CsvSource({
    "ONE, CONFIRMED REFUTED, HALF",
    "ZERO, CONFIRMED REFUTED, HALF",
    "ZERO, REFUTED OPEN, ZERO",
    "HALF, CONFIRMED OPEN, HALF",
    "ONE, CONFIRMED OPEN, ONE",
    "ONE, '', ONE"
  })
  void aRatingIsBoundedByWhatWasCheckedOfTheIssues(Score rating, String findings, Score meta) {
    Finding[] found =
        findings.isEmpty()
            ? new Finding[0]
            : Stream.of(findings.split(" ", -1)).map(Finding::valueOf).toArray(Finding[]::new);
    MetaVerdict said =
        MetaVerdict.of(assessment(Score.ZERO, found), new Analysis("fair", rating), "tiny@1");
    assertEquals(meta, said.score());
  }
}
