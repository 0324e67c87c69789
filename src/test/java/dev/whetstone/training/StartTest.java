package dev.whetstone.training;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.whetstone.training.recipe.InvalidRecipe;
import dev.whetstone.training.recipe.Recipe;
import dev.whetstone.training.recipe.RecipeFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StartTest {
  private static final Path SMALL = Path.of("src/test/resources/training/small.yaml");
  private static final String OWN = "\"[unused0]\": 1, \"[CLS]\": 101, \"[SEP]\": 102";

  @TempDir private Path models;

  @Test
  void aRandomStartKnowsAllWordsOfItsTokenizer() throws Exception {
    String tokenizer = tokenizer(OWN + ", \"hens\": 140", "");

    Start start = start(tokenizer);

    assertEquals(141, start.network().vocabulary());
    assertArrayEquals(tokenizer.getBytes(UTF_8), start.tokenizer());
  }

  @Test
  void aTokenizerThatNoServerWouldTakeIsRefusedBeforeATrainingBegins() {
    refused(
        tokenizer("\"[unused0]\": 1, \"[CLS]\": 2, \"[SEP]\": 102", ""),
        "its id of [CLS] is not 101");
    refused(tokenizer("\"[CLS]\": 101, \"[SEP]\": 102", ""), "its id of [unused0] is not 1");
    refused(tokenizer(OWN + ", \"hens\": -1", ""), "its id of hens is -1");
    refused(tokenizer(OWN + ", \"hens\": null", ""), "it has no table of words");
    refused(
        tokenizer(OWN, "{\"id\": 102, \"content\": \"[SEP]\"}"),
        "a text could write its added token [SEP]");
    refused("{}", "it has no table of words");
    refused("words", "it is no tokenizer");
  }

  private void refused(String tokenizer, String reason) {
    String line = assertThrows(InvalidRecipe.class, () -> start(tokenizer)).getMessage();
    assertTrue(line.startsWith("tokenizer: "), line);
    assertTrue(line.contains(reason), line);
  }

  private Start start(String tokenizer) throws InvalidRecipe, IOException {
    Recipe recipe = RecipeFile.read(SMALL);
    Path folder = models.resolve(recipe.tokenizer().orElseThrow().replace('@', '/'));
    Files.writeString(Files.createDirectories(folder).resolve("tokenizer.json"), tokenizer);
    return Start.of(recipe, models, Optional.empty());
  }

  private static String tokenizer(String words, String added) {
    return "{\"added_tokens\": [%s], \"model\": {\"vocab\": {%s}}}".formatted(added, words);
  }
}
