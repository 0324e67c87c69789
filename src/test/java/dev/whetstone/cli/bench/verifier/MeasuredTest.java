package dev.whetstone.cli.bench.verifier;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.whetstone.benchmark.label.Labelled;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MeasuredTest {
  @TempDir private Path folder;
  private final ByteArrayOutputStream said = new ByteArrayOutputStream();
  private final PrintStream out = new PrintStream(said, true, UTF_8);

  @Test
  void aFileIsASetOfItsOwnNameWhateverItIsFor() throws IOException {
    List<Labelled> items = new Measured(100, out).from(List.of(file("my_train.jsonl", 6)));
    assertEquals(6, items.size());
    assertEquals("my_train", items.getFirst().set());
    assertEquals("", said.toString(UTF_8));
  }

  @Test
  void aLimitTakesWholeProblemsAndTheSameEachTime() throws IOException {
    Path file = file("some.jsonl", 40);
    List<Labelled> items = new Measured(8, out).from(List.of(file));
    Set<String> problems = new HashSet<>();
    items.forEach(item -> problems.add(item.solution().problem()));
    assertEquals(8, items.size());
    assertEquals(4, problems.size());
    assertEquals(items, new Measured(8, out).from(List.of(file)));
  }

  @Test
  void linesThatCannotBeReadAreCounted() throws IOException {
    Path file = file("bad.jsonl", 2);
    Files.writeString(file, Files.readString(file) + "{\"no\": 1}\n[");
    assertEquals(2, new Measured(8, out).from(List.of(file)).size());
    assertTrue(said.toString(UTF_8).contains("bad.jsonl: 2 lines cannot be read"), said::toString);
  }

  @Test
  void aFileThatIsNotThereOrHoldsNothingIsRefused() throws IOException {
    Measured measured = new Measured(8, out);
    Path empty = Files.writeString(folder.resolve("empty.jsonl"), "");
    Path missing = folder.resolve("missing.jsonl");
    assertThrows(IOException.class, () -> measured.from(List.of(empty)));
    assertEquals(
        "there is no file " + missing,
        assertThrows(IOException.class, () -> measured.from(List.of(missing))).getMessage());
  }

  /** Two solutions of each problem. */
  private Path file(String name, int rows) throws IOException {
    List<String> lines = new ArrayList<>();
    for (int i = 0; i < rows; i++)
      lines.add(
          "{\"id\": \"%d\", \"problem\": \"problem %d\", \"steps\": [\"a\", \"b\"], \"first_error\": %d}"
              .formatted(i, i / 2, i % 2));
    return Files.write(folder.resolve(name), lines);
  }
}
