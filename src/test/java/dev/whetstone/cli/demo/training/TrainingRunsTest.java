package dev.whetstone.cli.demo.training;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.DoubleStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TrainingRunsTest {
  private static final String HEAD = "seed,arm,rollouts,pass_rate,chain_sum\n";

  @TempDir private Path folder;

  /** A straight climb from 0.1, so many hundredths at each of 20 evaluations, up to the top. */
  private static List<Double> climb(double hundredths, double top) {
    return DoubleStream.iterate(0, i -> i + 1)
        .limit(21)
        .mapToObj(i -> Math.min(top, 0.1 + i * hundredths / 100))
        .toList();
  }

  private void write(int seed, List<Double> ours, List<Double> uniform) throws IOException {
    StringBuilder rows = new StringBuilder(HEAD);
    for (int i = 0; i < ours.size(); i++)
      rows.append(seed + ",tiny," + 1280 * i + "," + ours.get(i) + ",0.5\n");
    for (int i = 0; i < uniform.size(); i++)
      rows.append(seed + ",tiny-uniform," + 1280 * i + "," + uniform.get(i) + ",0.5\n");
    Files.writeString(folder.resolve("seed-" + seed + ".csv"), rows);
  }

  @Test
  void twiceTheClimbTakesHalfTheRollouts() throws IOException {
    write(0, climb(2, 0.9), climb(1, 0.9));
    TrainingRuns runs = TrainingRuns.read(folder);
    Pair pair = runs.seeds().getFirst();
    // uniform ends at 0.3, the mean of its last three at 0.29
    assertEquals(0.1 + 0.9 * 0.19, pair.target(), 1e-9);
    assertEquals(18.1, pair.untilTarget(pair.uniform()), 1e-6);
    assertEquals(9.55, pair.untilTarget(pair.ours()), 1e-6);
    assertEquals(9.55 / 18.1, runs.ratio().orElseThrow().value(), 1e-6);
    assertEquals(1280, runs.every());
  }

  @Test
  void theRatioIsTheGeometricMeanAndHasAnIntervalOverTheSeeds() throws IOException {
    write(0, climb(2, 0.9), climb(1, 0.9));
    write(1, climb(1, 0.9), climb(2, 0.9));
    var ratio = TrainingRuns.read(folder).ratio().orElseThrow();
    assertEquals(1, ratio.value(), 1e-9);
    assertTrue(ratio.low() < 0.1 && ratio.high() > 10, "two seeds that disagree tell little");
    assertTrue(new TrainingTable(TrainingRuns.read(folder)).verdict().startsWith("NOT MET"));
  }

  @Test
  void aModelThatLearnsNothingHasNoRatioAndMeetsNoMark() throws IOException {
    write(3, climb(2, 0.9), climb(0, 0.9));
    TrainingRuns runs = TrainingRuns.read(folder);
    assertTrue(runs.ratio().isEmpty());
    assertTrue(said(runs).contains("NOT MET"), said(runs));
    assertTrue(said(runs).contains("seed 3: one of them gained nothing"), said(runs));
  }

  @Test
  void thePageNeedsNoOtherFileAndShowsBothCurves() throws IOException {
    write(0, climb(2, 0.9), climb(1, 0.9));
    String html = new TrainingPage(TrainingRuns.read(folder)).html();
    assertFalse(html.contains("<script") || html.contains("src="));
    assertTrue(html.contains("ours 50.0 %") && html.contains("uniform 30.0 %"), html);
  }

  @Test
  void halfARunIsNoComparison() throws IOException {
    write(0, climb(2, 0.9), List.of(0.1));
    assertThrows(IOException.class, () -> TrainingRuns.read(folder));
    assertThrows(
        IOException.class, () -> TrainingRuns.read(Files.createTempDirectory(folder, "e")));
  }

  private static String said(TrainingRuns runs) {
    ByteArrayOutputStream said = new ByteArrayOutputStream();
    new TrainingTable(runs).print(new PrintStream(said, true, StandardCharsets.UTF_8));
    return said.toString(StandardCharsets.UTF_8);
  }
}
