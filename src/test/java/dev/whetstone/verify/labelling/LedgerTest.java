package dev.whetstone.verify.labelling;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.whetstone.verify.proof.Analysis;
import dev.whetstone.verify.proof.Score;
import java.util.List;
import org.junit.jupiter.api.Test;

class LedgerTest {
  private static final Analysis ZERO = new Analysis("zero", Score.ZERO);
  private static final Analysis HALF = new Analysis("half", Score.HALF);

  private static Entry says(Analysis analysis) {
    return new Entry.Analysed(analysis);
  }

  private static Entry checked(boolean confirms) {
    return new Entry.Checked(confirms);
  }

  @Test
  void theValidAnalysesAreThoseThatMostChecksConfirm() {
    Ledger ledger =
        new Ledger(
            List.of(
                says(ZERO),
                checked(true),
                new Entry.Failed("late"),
                checked(true),
                says(new Analysis("one", Score.ONE)),
                says(HALF),
                checked(false),
                checked(false),
                says(HALF),
                checked(true)));
    assertEquals(List.of(ZERO), ledger.valid(new Panel(3, true)));
  }

  @Test
  void withoutChecksEveryAnalysisThatClaimsIssuesIsValid() {
    Ledger ledger = new Ledger(List.of(says(ZERO), says(new Analysis("", Score.ONE)), says(HALF)));
    assertEquals(List.of(ZERO, HALF), ledger.valid(new Panel(0, true)));
  }
}
