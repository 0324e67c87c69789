package dev.whetstone.training;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.whetstone.model.host.Placement;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DraftTest {
  @TempDir private Path models;

  @Test
  void whatIsNotPublishedLeavesNothingBehind() throws IOException {
    try (Draft draft = Draft.in(models, "toy", List.of(), Placement.parse("cpu"))) {
      draft.put("tokenizer.json", new byte[] {1});
      assertTrue(Files.exists(models.resolve("toy/.1.draft")));
    }
    assertFalse(Files.exists(models.resolve("toy/.1.draft")));
  }

  @Test
  void itIsTheNextVersionAndWhatAKilledProcessLeftIsRemoved() throws IOException {
    Files.createDirectories(models.resolve("toy/9"));
    Files.createDirectories(models.resolve("toy/10"));
    Files.createDirectories(models.resolve("toy/best"));
    Files.createDirectories(models.resolve("toy/.10.draft/toy/10"));
    try (Draft draft = Draft.in(models, "toy", List.of(), Placement.parse("cpu"))) {
      assertEquals("11", draft.version());
      assertFalse(Files.exists(models.resolve("toy/.10.draft")));
    }
    assertTrue(Files.exists(models.resolve("toy/10")));
  }

  @Test
  void theNumberOfAVersionWhoseFolderIsGoneIsNotGivenAgain() throws IOException {
    Files.createDirectories(models.resolve("toy/2"));
    try (Draft draft = Draft.in(models, "toy", List.of("1", "best", "3"), Placement.parse("cpu"))) {
      assertEquals("4", draft.version());
    }
  }
}
