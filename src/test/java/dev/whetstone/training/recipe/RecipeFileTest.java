package dev.whetstone.training.recipe;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RecipeFileTest {
  private static final Path SMALL = Path.of("src/test/resources/training/small.yaml");

  @TempDir private Path folder;

  @ParameterizedTest
  @ValueSource(
      strings = {"src/test/resources/training/small.yaml", "models/step-verifier/recipe.yaml"})
  void theRecipesThatAreShippedAreRecipes(String file) throws InvalidRecipe {
    assertTrue(RecipeFile.read(Path.of(file)).fit().steps() > 0);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"src/test/resources/training/small.yaml", "models/step-verifier/recipe.yaml"})
  void whatIsWrittenReadsAsTheSameRecipe(String file) throws InvalidRecipe {
    Recipe recipe = RecipeFile.read(Path.of(file));
    assertEquals(recipe, RecipeFile.parse(RecipeFile.write(recipe)));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          model: toy            | # none              | model: is missing; write it
          model: toy            | model: ../x         | model: '../x' is no name; write
          model: toy            | model: .toy         | model: '.toy' is no name; write
          model: toy            | model:              | model: is missing; write a text
          layers: 1             | depth: 1, layers: 1 | network.depth: there is no such field; write
          description: a toy    | # none              | description: is missing; write it
          start: random         | start: minilm       | start: there is no 'minilm'; write random
          start: random         | start: ../x@1       | start: '../x@1' is no version of a model
          start: random         | start: a@1          | tokenizer: belongs to a random start alone
          step-verifier@5       | step-verifier@../1  | tokenizer: 'step-verifier@../1' is no version
          width: 32             | width: 33           | network.width: is 33; write a multiple of heads
          layers: 1             | layers: 0           | network.layers: is 0; write a number from 1
          heads: 2              | heads: 0            | network.heads: is 0; write a number from 1
          positions: 256        | positions: 512      | fit.row_tokens: is 256, and the network has 512
          [chain_sum]           | [chain_sums]        | train[0].families: there is no family
          [chain_sum]           | []                  | train[0].families: names no family
          [chain_sum]           | [~]                 | train[0].families[0]: is empty
          families: [chain_sum] | labels: a b         | train[0].labels: a set's name has
          families: [chain_sum] | labels: ab          | train[0].examples: means nothing here
          families: [chain_sum] | outcomes: 0         | train[0].examples: means nothing here
          examples: 200         | outcomes: 5         | train[0].labels: 2 of labels, broken
          examples: 200         | examples: 0         | train[0].examples: is 0; write a number
          examples: 200         | except: [chain_sum] | train[0].except: leaves families out of 'all'
          wide_examples: 0      | wide_examples: 10001 | train[0].wide_examples: is 10,001; write
          examples: 200         | repeat: 0           | train[0].repeat: is 0; write a number from 1
          examples: 200         | weight: .nan        | train[0].weight: is NaN; write a number above 0
          examples: 200         | weight: 0           | train[0].weight: is 0.0; write a number above 0
          examples: 4           | examples: 0         | validation.labels: names no set
          examples: 4           | examples: -1        | validation.examples: is -1; write a number
          labels: []            | labels: ~           | validation.labels: is missing; write a list
          labels: []            | labels: x           | validation.labels: is not of the kind
          benchmark: []         | benchmark: [a, a]   | benchmark[1]: 'a' stands there twice
          benchmark: []         | benchmark:          | benchmark: is missing; write a list
          steps: 40             | steps: -1           | fit.steps: is -1; write a number from 0
          steps: 40             | steps: 0            | train: with fit.steps: 0 nothing is trained on
          steps: 40             | steps: 1.5          | fit.steps: is not of the kind that is due; write
          steps: 40             | steps: many         | fit.steps: is not of the kind that is due; write
          steps: 40             | steps: '40'         | fit.steps
          steps: 40             | steps: 99999999999  | fit.steps
          steps: 40             | # none              | fit.steps: is missing; write it
          validate_every: 10    | validate_every: 0   | fit.validate_every: is 0; write a number
          patience: 10          | patience: 0         | fit.patience: is 0; write a number from 1
          warmup: 5             | warmup: -1          | fit.warmup: is -1; write a number from 0
          row_tokens: 256       | row_tokens: 0       | fit.row_tokens: is 0; write a number from 1
          batch_tokens: 2048    | batch_tokens: 255   | fit.batch_tokens: is 255; write a number
          rate: 2.0e-3          | rate: .nan          | fit.rate: is NaN; write a number above 0
          rate: 2.0e-3          | rate: 0             | fit.rate: is 0.0; write a number above 0
          decay: 0.01           | decay: .inf         | fit.decay: is Infinity; write a number
          clip: 1.0             | clip: 0             | fit.clip: is 0.0; write a number above 0
          dropout: 0.1          | dropout: 1          | fit.dropout: is 1.0; write a number from 0
          pair_weight: 0.3      | pair_weight: -1     | fit.pair_weight: is -1.0; write a number 0
          side_weight: 0.1      | side_weight: .nan   | fit.side_weight: is NaN; write a number 0
          half: false           | half: maybe         | fit.half: is not of the kind that is due; write
          seed: 7               | seed: ~             | fit.seed: is not of the kind that is due
          """)
  void aFaultIsOneLineThatNamesTheFieldAndTheMend(String was, String is, String due)
      throws IOException {
    String bad = Files.readString(SMALL).replace(was, is);

    String line = assertThrows(InvalidRecipe.class, () -> RecipeFile.parse(bad)).getMessage();

    assertTrue(line.startsWith(due), line);
    assertEquals(1, line.lines().count(), line);
    assertFalse(line.contains("Exception") || line.contains("dev.whetstone"), line);
  }

  @Test
  void aFieldThatStandsThereTwiceIsAFault() throws IOException {
    String twice = Files.readString(SMALL) + "model: other\n";

    String line = assertThrows(InvalidRecipe.class, () -> RecipeFile.parse(twice)).getMessage();

    assertTrue(line.contains("duplicate key model"), line);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "# nothing\n", "- a\n", "a\n", "{", "a: &a [1]\nb: *a\n", "\t"})
  void whatIsNoMappingIsAFault(String text) {
    String line = assertThrows(InvalidRecipe.class, () -> RecipeFile.parse(text)).getMessage();

    assertEquals(1, line.lines().count(), line);
  }

  @Test
  void aFileThatIsNotThereOrTooLongIsAFault() throws IOException {
    Path none = folder.resolve("none.yaml");
    Path most = Files.writeString(folder.resolve("most.yaml"), padded(RecipeFile.MAX_LENGTH));
    Path more = Files.writeString(folder.resolve("more.yaml"), padded(RecipeFile.MAX_LENGTH + 1));

    assertEquals(
        "there is no such file",
        assertThrows(InvalidRecipe.class, () -> RecipeFile.read(none)).getMessage());
    assertTrue(
        assertThrows(InvalidRecipe.class, () -> RecipeFile.read(more))
            .getMessage()
            .contains("longer than"));
    assertDoesNotThrow(() -> RecipeFile.read(most));
  }

  private static String padded(int length) throws IOException {
    String small = Files.readString(SMALL);
    return small + "#" + "x".repeat(length - small.length() - 1);
  }

  @Test
  void aRecipeWithoutStepsNeedsNothingToTrainOn() throws IOException, InvalidRecipe {
    String again =
        Files.readString(SMALL)
            .replace("start: random", "start: step-verifier@1")
            .replaceAll("(?m)^(tokenizer|network):.*\n", "")
            .replaceAll("(?ms)^train:.*^validation:", "train: []\nvalidation:")
            .replace("steps: 40", "steps: 0");

    assertTrue(RecipeFile.parse(again).keepsWeights());
  }
}
