package dev.whetstone.cli.demo.loop;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.whetstone.benchmark.metric.Estimate;
import dev.whetstone.cli.demo.chart.Scale;
import dev.whetstone.cli.demo.chart.Shown;
import dev.whetstone.training.simulation.Comparison;
import dev.whetstone.training.simulation.Comparison.Pair;
import dev.whetstone.training.simulation.Cost;
import dev.whetstone.training.simulation.Round;
import dev.whetstone.training.simulation.World;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LoopPageTest {
  private static final World WORLD = World.usual();

  private static final Comparison SEEN =
      new Comparison(List.of(new Pair(List.of(round(8, 0)), List.of(round(2, 100)))));

  @Test
  void thePageNeedsNoOtherFileAndNoScript() {
    String html = new LoopPage(SEEN, WORLD, Optional.empty()).html();
    assertFalse(html.contains("<script") || html.contains("http") || html.contains("src="));
    assertTrue(html.contains("on over off") && html.contains("0.25"));
  }

  @Test
  void withoutHumanLabelsItSaysThatTheyAreMissing() {
    String html = new LoopPage(SEEN, WORLD, Optional.empty()).html();
    assertTrue(html.contains("No human labels were given"));
    assertFalse(html.contains("verifier on human labels"));
  }

  @Test
  void aFilesNameIsShownAsText() {
    HumanLabels labels = new HumanLabels("<b>.jsonl", List.of());
    String html = new LoopPage(SEEN, WORLD, Optional.of(labels)).html();
    assertTrue(html.contains("&lt;b&gt;.jsonl, 0 right and 0 wrong solutions"));
  }

  @Test
  void labelsOfOneKindAreRefusedAndOfBothAreCounted(@TempDir Path folder) throws IOException {
    String row =
        """
        {"id": "%s", "problem": "1 + 1?", "steps": ["1 + 1 = 2"], "first_error": %s, "generator": "g", "label_source": "human"}
        """;
    Path file = folder.resolve("some.jsonl");
    Files.writeString(file, row.formatted("a", "-1"));
    assertThrows(IOException.class, () -> HumanLabels.read(file));
    Files.writeString(file, row.formatted("a", "-1") + "rubbish\n" + row.formatted("b", "0"));
    assertEquals("some.jsonl, 1 right and 1 wrong solutions", HumanLabels.read(file).toString());
  }

  @Test
  void ofOneSeedThereIsNoInterval() {
    String html = new LoopPage(SEEN, WORLD, Optional.empty()).html();
    assertTrue(html.contains("no interval"));
    assertEquals("80.0 %", Shown.interval(new Estimate(0.8, 0.8, 0.8), true));
    assertEquals("0.25 (0.10 to 0.40)", Shown.interval(new Estimate(0.25, 0.1, 0.4), false));
  }

  @Test
  void anAxisEndsWithARoundNumber() {
    assertEquals(0.04, Scale.above(0.031), 1e-12);
    assertEquals(200_000, Scale.above(109_000), 1e-6);
    assertEquals(1, Scale.above(0));
  }

  private static Round round(int exploits, int calls) {
    return new Round(
        1,
        0.5,
        Double.NaN,
        new Cost(10, 0, calls, 10, 1),
        List.of(new Round.Family("chain_sum", 10, 10, exploits)));
  }
}
