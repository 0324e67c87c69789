package dev.whetstone.cli.demo.loop;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.whetstone.training.simulation.Comparison;
import dev.whetstone.training.simulation.Comparison.Pair;
import dev.whetstone.training.simulation.Cost;
import dev.whetstone.training.simulation.Round;
import dev.whetstone.training.simulation.World;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

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
    assertFalse(html.contains("accuracy on human labels"));
  }

  @Test
  void aFilesNameIsShownAndNotRead() {
    String html = new LoopPage(SEEN, WORLD, Optional.of(Path.of("<b>.jsonl"))).html();
    assertTrue(html.contains("&lt;b&gt;.jsonl"));
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
