package dev.whetstone.verify.labelling;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.whetstone.verify.proof.Analysis;
import dev.whetstone.verify.proof.Assessment;
import dev.whetstone.verify.proof.Score;
import dev.whetstone.verify.proof.issue.CheckedIssue;
import dev.whetstone.verify.proof.issue.Claim;
import dev.whetstone.verify.proof.issue.Finding;
import dev.whetstone.verify.proof.issue.Issue;
import dev.whetstone.verify.proof.issue.Severity;
import java.util.List;
import java.util.OptionalInt;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FirstErrorTest {
  /** Issues as {@code 2} (of that step), {@code 2r} (refuted), {@code 2g} (a gap), {@code w}. */
  private static Assessment assessment(String issues) {
    List<CheckedIssue> checked =
        Stream.of(issues.split(" ", -1))
            .filter(i -> !i.isBlank())
            .map(FirstErrorTest::issue)
            .toList();
    return new Assessment(new Analysis("", Score.ZERO), checked, 0);
  }

  private static CheckedIssue issue(String word) {
    boolean gap = word.endsWith("g");
    String step = word.replaceAll("[a-z]", "");
    return new CheckedIssue(
        new Issue(
            step.isEmpty() ? OptionalInt.empty() : OptionalInt.of(Integer.parseInt(step)),
            "quoted",
            gap ? Claim.COMPLETENESS : Claim.LOGIC,
            gap ? Severity.MINOR : Severity.FATAL,
            "reason"),
        word.endsWith("r") ? Finding.REFUTED : Finding.OPEN,
        "why");
  }

  @ParameterizedTest
  @CsvSource({
    "2, 2",
    "2/2/3, 2",
    "2/3, none",
    "1 2/1 3, 1",
    "3 1, 1",
    "1r 2, 2",
    "1g 2, 2",
    "w/2, 2",
    "w, none",
    "2/w/w, 2",
    "7, none",
    "'', none"
  })
  void isWhatMostOfThoseThatNameAStepNameFirst(String analyses, String first) {
    List<Assessment> valid =
        Stream.of(analyses.split("/", -1)).map(FirstErrorTest::assessment).toList();
    OptionalInt found = FirstError.of(valid, 5);
    assertEquals(first, found.isPresent() ? "" + found.getAsInt() : "none");
  }
}
