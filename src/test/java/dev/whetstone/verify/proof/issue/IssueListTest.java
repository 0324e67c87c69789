package dev.whetstone.verify.proof.issue;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.time.Duration;
import java.util.List;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class IssueListTest {
  private static final IssueLimits LIMITS = new Few();

  private record Few() implements IssueLimits {
    @Override
    public int most() {
      return 4;
    }

    @Override
    public int quote() {
      return 50;
    }

    @Override
    public int reason() {
      return 100;
    }
  }

  private static final Issue SUM =
      new Issue(OptionalInt.of(2), "2 + 2 = 5", Claim.ARITHMETIC, Severity.FATAL, "it is 4");

  private static IssueList in(String analysis) {
    return IssueList.in(analysis, LIMITS);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "ISSUE | step 3 | arithmetic | fatal | \"2 + 2 = 5\" | it is 4",
        "Fine so far.\n - ISSUE | 3|Arithmetic |FATAL| \"2 + 2 = 5\" |it is 4\nDone."
      })
  void issuesAreReadFromLines(String analysis) {
    assertEquals(new IssueList(List.of(SUM), 0), in(analysis));
  }

  @Test
  void anAnalysisWithoutIssuesHasNone() {
    assertEquals(new IssueList(List.of(), 0), in("All is fine. There is no issue | at all."));
  }

  @Test
  void barsAndQuotationMarksMayBeQuoted() {
    Issue issue =
        in("ISSUE | step 1 | logic | minor | \"|x| is \"small\" here\" | why? | no")
            .issues()
            .getFirst();
    assertEquals("|x| is \"small\" here", issue.quote());
    assertEquals("why? | no", issue.reason());
  }

  @Test
  void whatIsLeftOutNeedsNoQuoteAndNoStep() {
    IssueList read = in("ISSUE | whole | completeness | minor | \"\" | x = 0 is not treated");
    assertEquals(OptionalInt.empty(), read.issues().getFirst().step());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "ISSUE | step 3 | arithmetic | fatal | 2 + 2 = 5 | it is 4",
        "ISSUE | step 3 | arithmetic | fatal | \"\" | it is 4",
        "ISSUE | step 3 | taste | fatal | \"2 + 2 = 5\" | it is 4",
        "ISSUE | step 3 | arithmetic | mortal | \"2 + 2 = 5\" | it is 4",
        "ISSUE | step -3 | arithmetic | fatal | \"2 + 2 = 5\" | it is 4",
        "ISSUE | step 3 and 4 | arithmetic | fatal | \"2 + 2 = 5\" | it is 4",
        "ISSUE | step 99999999999 | arithmetic | fatal | \"2 + 2 = 5\" | it is 4",
        "ISSUE | step 3",
        "ISSUE |"
      })
  void whatCannotBeReadIsCounted(String analysis) {
    assertEquals(new IssueList(List.of(), 1), in(analysis));
  }

  @Test
  void boundsAreSharp() {
    String line = "ISSUE | step 1 | logic | minor | \"%s\" | %s\n";
    assertEquals(1, in(line.formatted("q".repeat(50), "r".repeat(100))).issues().size());
    assertEquals(0, in(line.formatted("q".repeat(51), "r")).issues().size());
    assertEquals(0, in(line.formatted("q", "r".repeat(101))).issues().size());
    IssueList many = in(line.formatted("q", "r").repeat(6));
    assertEquals(4, many.issues().size());
    assertEquals(2, many.unreadable());
  }

  @Test
  void hostileTextsAreReadInTime() {
    for (String part : List.of("ISSUE |", "ISSUE | |\n", "\"", "\" ", "\\", "\n- "))
      assertTimeoutPreemptively(
          Duration.ofSeconds(20),
          () -> {
            in(part.repeat(300_000 / part.length()));
            in("ISSUE | step 1 | logic | minor | \"" + part.repeat(300_000 / part.length()));
          });
  }
}
