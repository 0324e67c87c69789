package dev.whetstone.model.host;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.whetstone.model.Card;
import dev.whetstone.model.Card.Format;
import dev.whetstone.model.Card.Role;
import dev.whetstone.model.Derivation;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class LoaderTest {
  @TempDir Path root;

  @ParameterizedTest
  @EnumSource(
      value = Format.class,
      names = {"ONNX", "TORCHSCRIPT"})
  void weightsThatAreGarbageOrCutOffAreRefused(Format format) throws Exception {
    Tiny tiny = new Tiny(Role.STEPS, format);
    Path folder = tiny.write(root);
    byte[] half = Arrays.copyOf(tiny.weights(), tiny.weights().length / 2);
    byte[] words = "garbage ".repeat(99).getBytes(StandardCharsets.UTF_8);
    for (byte[] garbage : List.of(new byte[0], new byte[] {1, 2, 3}, words, half)) {
      Files.write(folder.resolve(format.weights()), garbage);
      refused(folder, tiny.card(), format.weights(), "the engine cannot load it: ");
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "{", "[]", "null", "{}", "{\"model\": {\"type\": \"None\"}}"})
  void aTokenizerThatIsNoneIsRefused(String json) throws Exception {
    Tiny tiny = new Tiny(Role.PAIR, Format.ONNX);
    Path folder = tiny.write(root);
    Files.writeString(folder.resolve("tokenizer.json"), json);
    refused(folder, tiny.card(), "tokenizer.json", "it is no");
  }

  @ParameterizedTest
  @ValueSource(strings = {"<stop>", "<end> <end>", "is one", "unheard", " "})
  void aSeparatorThatIsNotOneTokenIsRefused(String separator) throws Exception {
    Tiny tiny = new Tiny(Role.STEPS, Format.ONNX);
    String reason = "the separator '" + separator + "' is not one token";
    refused(tiny.write(root), tiny.card(separator), "tokenizer.json", reason);
  }

  @ParameterizedTest
  @EnumSource(
      value = Format.class,
      names = {"ONNX", "TORCHSCRIPT"})
  void aGoldenExampleThatComesOutOtherwiseIsRefused(Format format) throws Exception {
    Tiny tiny = new Tiny(Role.PAIR, format);
    Path folder = tiny.write(root);
    double due = tiny.probabilities(Tiny.GOLDEN).getFirst();
    String problem = Tiny.GOLDEN.problem();
    List<String> steps = Tiny.GOLDEN.steps();
    load(folder, tiny.card(golden(problem, steps, List.of(due + 0.9e-3))));
    Card card = tiny.card(golden(problem, steps, List.of(due + 1.1e-3)));
    refused(folder, card, "card.json", "golden example 2: it says [");
  }

  @Test
  void aGoldenExampleThatCannotBeReadOrScoredIsRefused() throws Exception {
    Tiny tiny = new Tiny(Role.PAIR, Format.ONNX);
    Path folder = tiny.write(root);
    Card longest = tiny.card(golden("one ".repeat(40), List.of("one"), List.of(0.5)));
    String reason = "golden example 2: 44 tokens, where tiny@1 reads at most 32";
    refused(folder, longest, "card.json", reason);
    Card nine = tiny.card(golden("nine", List.of("one"), List.of(0.5)));
    refused(folder, nine, "card.json", "golden example 2: tiny@1: its output is NaN");
  }

  @Test
  void aNetworkOfAnotherShapeIsRefusedByItsGoldenExamples() throws Exception {
    Tiny tiny = new Tiny(Role.STEPS, Format.ONNX);
    Path folder = tiny.write(root);
    Files.write(folder.resolve("model.onnx"), new Tiny(Role.WHOLE, Format.ONNX).weights());
    String reason = "golden example 1: tiny@1: its output is [1, 2] where [1, ";
    refused(folder, tiny.card(), "card.json", reason);
  }

  @Test
  void aModelThatPaddingMisleadsIsRefused() throws Exception {
    Tiny tiny = new Tiny(Role.WHOLE, Format.TORCHSCRIPT);
    Path folder = tiny.write(root);
    Files.write(folder.resolve("model.pt"), tiny.torchScript("torch.ones_like(mask)"));
    load(folder, tiny.card());
    Derivation longer =
        new Derivation("one", List.of("one plus one plus one", "plus two plus two is seven"));
    Card card = tiny.card(golden(longer.problem(), longer.steps(), tiny.probabilities(longer)));
    refused(folder, card, "card.json", "golden example ");
  }

  @Test
  void aNetworkWithoutPositionsForAllTokensIsRefused() throws Exception {
    Tiny tiny = new Tiny(Role.WHOLE, Format.TORCHSCRIPT);
    Path folder = tiny.write(root);
    for (int positions : List.of(32, 31)) {
      String position =
          "torch.select(torch.zeros([%d]), 0, torch.sub(torch.size(ids, 1), 1))"
              .formatted(positions);
      Files.write(
          folder.resolve("model.pt"), tiny.torchScript("torch.add(mask, " + position + ")"));
      if (positions == 32) load(folder, tiny.card());
    }
    String reason = "inputs.max_tokens: it cannot read 32 tokens: tiny@1: ";
    refused(folder, tiny.card(), "card.json", reason);
  }

  @Test
  void aGpuThatIsNotThereIsMissedBeforeAnythingIsLoaded() throws Exception {
    Path folder = new Tiny(Role.WHOLE, Format.ONNX).write(root);
    Card card = Cards.read(folder);
    assertThrows(MissingGpu.class, () -> Loader.load(folder, card, Placement.parse("gpu:99")));
  }

  private static Card.Golden golden(String problem, List<String> steps, List<Double> scores) {
    return new Card.Golden(problem, steps, scores, 1e-3);
  }

  /** Hashes are written anew, so that what is checked after them is seen. */
  private static void load(Path folder, Card card) throws Exception {
    Cards.write(folder, card);
    Loader.load(folder, Cards.read(folder), Placement.parse("cpu")).close();
  }

  private static void refused(Path folder, Card card, String file, String reason) {
    Refused refused = assertThrows(Refused.class, () -> load(folder, card));
    assertEquals(file, refused.file(), refused.getMessage());
    assertTrue(refused.reason().startsWith(reason), refused.getMessage());
  }
}
