package dev.whetstone.model.host;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.whetstone.model.Derivation;
import dev.whetstone.model.ModelFault;
import dev.whetstone.model.net.Network;
import dev.whetstone.model.net.Safetensors;
import dev.whetstone.model.net.Weights;
import dev.whetstone.model.text.Notes;
import dev.whetstone.model.wide.LogisticRegression;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StepVerifierFolderTest {
  private static final String WEIGHTS = "weights.safetensors";
  private static final String TOKENIZER = "tokenizer.json";

  @TempDir Path root;

  @Test
  void aTokenizerThatTheNetworkWasNotTaughtWithIsRefused() throws Exception {
    Map<String, Integer> words = SmallVerifier.vocabulary();
    words.put("eggs", SmallVerifier.NETWORK.vocabulary());
    String beyond = "its id of eggs is 160, where the network knows 160 words";
    refused(SmallVerifier.content(), SmallVerifier.tokenizer(words), TOKENIZER, beyond);
    refused(SmallVerifier.content(), Tiny.tokenizer(), TOKENIZER, "its id of [CLS] is not 101");
    words = SmallVerifier.vocabulary();
    words.remove("[unused0]");
    String unknown = "its id of [unused0] is not 1";
    refused(SmallVerifier.content(), SmallVerifier.tokenizer(words), TOKENIZER, unknown);
    refused(SmallVerifier.content(), "{\"model\": 3}", TOKENIZER, "it is no tokenizer: ");
  }

  @Test
  void aNetworkOfAnotherShapeIsRefused() throws Exception {
    String has = "it has ";
    refused(network(64, Notes.COUNT, 3), has + "3 kinds of flaw where its card has 2");
    String notes = has + (Notes.COUNT - 1) + " notes where this program has " + Notes.COUNT;
    refused(network(64, Notes.COUNT - 1, 2), notes);
    String positions = has + "63 positions where its card has inputs.max_tokens 64";
    refused(network(63, Notes.COUNT, 2), positions);
    Safetensors.Content whole = SmallVerifier.content();
    refused(
        new Safetensors.Content(whole.network(), whole.theta(), new float[9]),
        has + "9 linear weights where this program has " + LogisticRegression.SPACE);
  }

  @Test
  void aTruncatedFileIsRefused() throws Exception {
    Path folder = SmallVerifier.write(root);
    byte[] whole = Files.readAllBytes(folder.resolve(WEIGHTS));
    for (int length : List.of(0, 7, 8, 100, whole.length / 2, whole.length - 1)) {
      Files.write(folder.resolve(WEIGHTS), Arrays.copyOf(whole, length));
      Refused refused = assertThrows(Refused.class, () -> SmallVerifier.load(folder, Bounds.USUAL));
      assertEquals(WEIGHTS, refused.file());
      assertTrue(refused.reason().startsWith("no safetensors file of a step verifier: "));
    }
  }

  @Test
  void weightsThatAreNoNumbersAreAFaultOfTheModel() throws Exception {
    Safetensors.Content content = SmallVerifier.content();
    Arrays.fill(content.theta(), Float.NaN);
    Path folder = SmallVerifier.write(root, content, tokenizer());
    try (StepVerifier verifier = SmallVerifier.load(folder, Bounds.USUAL)) {
      var prepared = verifier.prepare(new Derivation("add", List.of("so x = 2")));
      ModelFault fault = assertThrows(ModelFault.class, () -> verifier.score(List.of(prepared)));
      assertEquals("small@1: its output is NaN, no finite number", fault.getMessage());
    }
  }

  private static Safetensors.Content network(int positions, int notes, int kinds) {
    Network network = new Network(1, 8, 2, 8, 160, positions, notes, kinds);
    float[] theta = Weights.random(network, new Random(1));
    return new Safetensors.Content(network, theta, new float[LogisticRegression.SPACE]);
  }

  private static String tokenizer() {
    return SmallVerifier.tokenizer(SmallVerifier.vocabulary());
  }

  private void refused(Safetensors.Content content, String reason) throws Exception {
    refused(content, tokenizer(), WEIGHTS, reason);
  }

  private void refused(Safetensors.Content content, String tokenizer, String file, String reason)
      throws Exception {
    Path folder = SmallVerifier.write(root, content, tokenizer);
    Refused refused = assertThrows(Refused.class, () -> SmallVerifier.load(folder, Bounds.USUAL));
    assertEquals(file, refused.file(), refused.getMessage());
    assertTrue(refused.reason().startsWith(reason), refused.getMessage());
  }
}
