package dev.whetstone.cli.labels;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LabelSourceTest {
  @TempDir private Path folder;

  @Test
  void aFolderIsItsFilesOfJsonLinesInTheOrderOfTheirNames() throws IOException {
    for (String name : List.of("b.jsonl.gz", "a.jsonl", "README.md", "c.json"))
      Files.createFile(folder.resolve(name));
    List<LabelSource> sources = LabelSource.of(List.of(folder), Optional.empty());
    assertEquals(List.of("a", "b"), sources.stream().map(LabelSource::set).toList());
  }

  @Test
  void aSetThatIsNamedHoldsAllFiles() throws IOException {
    Path file = Files.createFile(folder.resolve("a.txt"));
    LabelSource only = LabelSource.of(List.of(file), Optional.of("one/set")).getFirst();
    assertEquals("one/set", only.set());
  }

  @Test
  void whatCannotBeImportedIsNamed() throws IOException {
    Path odd = Files.createFile(folder.resolve("a b.jsonl"));
    isRefused("--set", odd);
    isRefused("no such", folder.resolve("no such"));
    isRefused("*.jsonl", Files.createDirectory(folder.resolve("bare")));
    assertEquals(1, LabelSource.of(List.of(odd), Optional.of("x")).size());
  }

  private static void isRefused(String named, Path path) {
    IOException refused =
        assertThrows(IOException.class, () -> LabelSource.of(List.of(path), Optional.empty()));
    assertTrue(refused.getMessage().contains(named), refused::getMessage);
  }
}
