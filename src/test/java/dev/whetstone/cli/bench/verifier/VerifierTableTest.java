package dev.whetstone.cli.bench.verifier;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.whetstone.benchmark.Items;
import dev.whetstone.benchmark.Measurement;
import dev.whetstone.benchmark.baseline.CommonPosition;
import dev.whetstone.benchmark.baseline.RandomScores;
import dev.whetstone.benchmark.label.Labelled;
import dev.whetstone.benchmark.metric.Bootstrap;
import dev.whetstone.benchmark.report.Report;
import dev.whetstone.benchmark.report.VerifierBenchmark;
import dev.whetstone.cli.Progress;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class VerifierTableTest {
  @Test
  void whatIsNotDefinedIsSaidAndNotPrintedAsZero() {
    List<Labelled> items = new ArrayList<>();
    for (int i = 0; i < 10; i++) {
      items.add(Items.solution("wrong", "p" + i, 3, i % 3));
      items.add(Items.step("p" + i, Items.texts(2), i % 2 == 0));
    }
    List<String> lines = new VerifierTable(report(items)).lines();
    assertTrue(
        lines.contains("wrong (10 items, 0 refused; no F1: there are no correct solutions)"));
    assertTrue(lines.contains("steps (10 items, 0 refused; single steps: no F1)"));
    assertTrue(lines.stream().anyMatch(line -> line.startsWith("  less most common position")));
    assertTrue(lines.get(lines.size() - 2).matches(" +random +- +0[.].*"), lines::toString);
  }

  @Test
  void aBarTellsHowFarAndHowLong() {
    assertEquals("░".repeat(30) + "   0 %  ", Progress.bar(0, 40, 3));
    assertEquals("█".repeat(15) + "░".repeat(15) + "  50 %  7 s left", Progress.bar(20, 40, 7));
  }

  private static Report report(List<Labelled> items) {
    return new VerifierBenchmark(
            new RandomScores(),
            Optional.empty(),
            List.of(new CommonPosition()),
            new Measurement(new Bootstrap(20, 1)))
        .run(new UUID(1, 2), Instant.EPOCH, items, done -> {});
  }
}
