package dev.whetstone.cli.bench.verifier;

import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.whetstone.model.host.Placement;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ModelChoiceTest {
  @TempDir private Path root;

  @Test
  void anUnknownModelIsRefusedWithThoseThatThereAre() throws IOException {
    make("step/1", "step/2");
    assertTrue(said(Optional.of("step@3")).contains("step@3"));
    assertTrue(said(Optional.of("step@3")).endsWith("step@1, step@2"));
  }

  @Test
  void aNameAloneIsItsNewestVersion() throws IOException {
    make("step/2", "step/10");
    assertTrue(said(Optional.of("step")).contains("10"), said(Optional.of("step")));
  }

  @Test
  void severalNamesNeedAChoice() throws IOException {
    make("one/1", "two/1");
    assertTrue(said(Optional.empty()).contains("--model"));
  }

  @Test
  void aFolderWithoutModelsIsSaidToBeOne() {
    assertTrue(said(Optional.empty()).contains(root.toString()));
  }

  /** Without cards, so that none can be loaded. */
  private void make(String... folders) throws IOException {
    for (String folder : folders) Files.createDirectories(root.resolve(folder));
  }

  private String said(Optional<String> wish) {
    ModelChoice choice = new ModelChoice(root, Placement.parse("cpu"));
    return assertThrows(IOException.class, () -> choice.load(wish)).getMessage();
  }
}
