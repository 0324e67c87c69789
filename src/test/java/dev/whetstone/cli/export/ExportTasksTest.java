package dev.whetstone.cli.export;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.whetstone.task.Hash;
import dev.whetstone.task.Split;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine;

class ExportTasksTest {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final int REFUSED = 1;
  private static final int USAGE = 2;

  @TempDir private Path folder;

  private int export(String name, String... more) {
    List<String> words = new ArrayList<>(List.of("tasks", "--count", "60", "--curricula"));
    words.addAll(List.of("curricula", "--out", folder.resolve(name).toString()));
    words.addAll(Arrays.asList(more));
    return new CommandLine(new ExportVerb())
        .setCaseInsensitiveEnumValuesAllowed(true)
        .execute(words.toArray(String[]::new));
  }

  private List<JsonNode> rows(String name) throws IOException {
    List<JsonNode> rows = new ArrayList<>();
    for (String line : Files.readAllLines(folder.resolve(name))) rows.add(JSON.readTree(line));
    return rows;
  }

  @ParameterizedTest
  @ValueSource(strings = {"jsonl", "jsonl.gz", "parquet"})
  void aSeedGivesTheSameBytesAndItsCardTellsTheirHash(String kind) throws IOException {
    for (String name : List.of("one.", "two.", "other."))
      assertEquals(
          0,
          export(
              name + kind,
              "--format",
              "ms-swift",
              "--answers",
              "--seed",
              name.equals("other.") ? "t" : "s"));

    byte[] one = Files.readAllBytes(folder.resolve("one." + kind));
    assertArrayEquals(one, Files.readAllBytes(folder.resolve("two." + kind)));
    assertFalse(Arrays.equals(one, Files.readAllBytes(folder.resolve("other." + kind))));
    JsonNode card = JSON.readTree(folder.resolve("one." + kind + ".card.json").toFile());
    assertEquals(Sha256.of(folder.resolve("one." + kind)), card.path("sha256").textValue());
    assertEquals(one.length, card.path("bytes").asLong());
    assertEquals(60, card.path("rows").asLong());
    assertTrue(card.path("answers").booleanValue());
    assertEquals("s", card.path("seed").textValue());
    assertEquals(64, card.path("curriculum").path("sha256").textValue().length());
    long counted = 0;
    for (JsonNode family : card.path("families")) counted += family.path("rows").asLong();
    assertEquals(60, counted);
    String page = Files.readString(folder.resolve("one." + kind + ".card.md"));
    assertTrue(page.contains(card.path("sha256").textValue()), page);
    assertFalse(Files.exists(folder.resolve("one." + kind + ".part")));
  }

  /** The file's hash is the plain one of its bytes. */
  @Test
  void theHashIsAsAnyOtherToolComputesIt() throws IOException {
    Path file = Files.writeString(folder.resolve("text"), "\u00e9\n", UTF_8);
    assertEquals(Hash.ofText("\u00e9\n").hex(), Sha256.of(file));
  }

  @Test
  void theSplitsNeverMeetAndEveryLevelIsAsked() throws IOException {
    assertEquals(0, export("train.jsonl", "--format", "trl", "--answers", "--levels", "all"));
    assertEquals(0, export("test.jsonl", "--format", "trl", "--answers", "--split", "evaluation"));
    for (JsonNode row : rows("train.jsonl")) assertEquals(Split.TRAIN, split(row));
    for (JsonNode row : rows("test.jsonl")) assertEquals(Split.EVALUATION, split(row));
    Set<String> levels = new HashSet<>();
    for (JsonNode row : rows("train.jsonl")) levels.add(row.path("levels").textValue());
    assertTrue(levels.size() > 50, "levels: " + levels.size());
    assertEquals(60, rows("test.jsonl").getLast().path("index").asInt() + 1);
  }

  private static Split split(JsonNode row) {
    return Split.of(row.path("prompt").path(0).path("content").textValue());
  }

  @Test
  void whatCannotBeDoneIsRefusedAndLeavesNothing() throws IOException {
    assertEquals(USAGE, export("a.jsonl", "--format", "reasoning-gym"));
    assertEquals(USAGE, export("a.jsonl", "--format", "verl", "--answers", "--run", id()));
    assertEquals(USAGE, export("a.jsonl", "--format", "no-trainer", "--answers"));
    assertEquals(USAGE, export("a.jsonl", "--format", "verl", "--run", id(), "--seed", "s"));
    assertEquals(REFUSED, export("a.csv", "--format", "verl", "--answers"));
    assertEquals(REFUSED, export("none/a.jsonl", "--format", "verl", "--answers"));
    assertEquals(
        REFUSED, export("a.jsonl", "--format", "verl", "--answers", "--curriculum", "none"));
    Files.writeString(folder.resolve("there.jsonl"), "mine");
    assertEquals(REFUSED, export("there.jsonl", "--format", "verl", "--answers"));
    assertEquals("mine", Files.readString(folder.resolve("there.jsonl")));
    try (Stream<Path> left = Files.list(folder)) {
      assertEquals(1, left.count());
    }
    assertEquals(0, export("there.jsonl", "--format", "verl", "--answers", "--overwrite"));
    assertNotEquals("mine", Files.readString(folder.resolve("there.jsonl")));
  }

  private static String id() {
    return "00000000-0000-0000-0000-000000000001";
  }
}
