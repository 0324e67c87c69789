package dev.whetstone.cli.labels;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.whetstone.benchmark.label.ImportReport;
import dev.whetstone.benchmark.label.ImportReport.Refusals;
import dev.whetstone.benchmark.label.LabelSet;
import dev.whetstone.benchmark.label.Labelled.Split;
import dev.whetstone.benchmark.label.Refusal;
import dev.whetstone.benchmark.label.Refusal.Reason;
import dev.whetstone.benchmark.label.Truth.Scope;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ImportWordsTest {
  @Test
  void refusalsComeByReasonWithTheirLines() {
    Refusal refusal = new Refusal(7, Reason.NOT_JSON, "what is \u001b[31mthis");
    ImportReport report =
        new ImportReport(
            "s",
            1_240,
            1_234,
            5,
            Map.of(Reason.NOT_JSON, new Refusals(1, List.of(refusal))),
            Optional.empty());
    assertEquals(
        List.of(
            "s: 1,234 imported, 5 already there, 1 refused",
            "  refused 1: not JSON",
            "    line 7: what is  [31mthis"),
        ImportWords.of(report));
  }

  @Test
  void aRepeatedFileIsToldToBeOne() {
    ImportReport report =
        new ImportReport(
            "s", 5, 0, 5, Map.of(), Optional.of(Instant.parse("2026-01-02T03:04:05Z")));
    assertEquals(
        "  nothing new: the same file was imported at 2026-01-02T03:04:05Z",
        ImportWords.of(report).getLast());
  }

  @Test
  void theTableHasALineForEachSetAndSplit() {
    LabelSet set =
        new LabelSet(
            "processbench/gsm8k",
            Split.TEST,
            Scope.SOLUTION,
            400,
            207,
            List.of("human"),
            List.of("Apache-2.0"));
    assertEquals(
        "processbench/gsm8k  test        solutions       400         207       193  Apache-2.0"
            + "    human",
        ListLabels.lines(List.of(set)).getLast());
  }

  @Test
  void theBarFillsUp() {
    assertEquals("s " + "░".repeat(30) + "   0 %", ImportProgress.bar("s", 0, 10));
    assertEquals("s " + "█".repeat(15) + "░".repeat(15) + "  50 %", ImportProgress.bar("s", 5, 10));
    assertEquals("s " + "█".repeat(30) + " 100 %", ImportProgress.bar("s", 11, 10));
  }
}
