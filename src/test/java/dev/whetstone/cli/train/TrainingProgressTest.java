package dev.whetstone.cli.train;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.whetstone.model.fit.Validation;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class TrainingProgressTest {
  private final ByteArrayOutputStream said = new ByteArrayOutputStream();

  @Test
  void onATerminalALineErasesAllOfTheOneBeforeIt() {
    follow(true);

    for (String line : said().split("\r", -1))
      assertTrue(line.isEmpty() || line.startsWith("\u001b[K") || line.startsWith("\n"), line);
    assertTrue(said().contains("\r\u001b[K  step 20: loss 0.5"), said());
  }

  @Test
  void inAFileThereAreWholeLinesAlone() {
    follow(false);

    assertFalse(said().contains("\r") || said().contains("\u001b"), said());
    assertEquals(2, said().lines().count(), said());
  }

  private void follow(boolean live) {
    TrainingProgress progress =
        new TrainingProgress(new PrintStream(said, true, StandardCharsets.UTF_8), live);
    progress.begins(0, 40);
    for (int step = 1; step <= 20; step++) progress.stepped(step, 0.5f, 100);
    progress.validated(new Validation(20, 0.5, 0.5, 0.7, true));
  }

  private String said() {
    return said.toString(StandardCharsets.UTF_8);
  }
}
