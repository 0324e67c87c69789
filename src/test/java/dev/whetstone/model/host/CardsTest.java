package dev.whetstone.model.host;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.whetstone.model.Card;
import dev.whetstone.model.Card.Format;
import dev.whetstone.model.Card.Role;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CardsTest {
  @TempDir Path root;

  private Path folder;

  @BeforeEach
  void writeFolder() throws Exception {
    folder = new Tiny(Role.STEPS, Format.ONNX).write(root);
  }

  @Test
  void whatIsWrittenIsReadAgain() throws Exception {
    Card written = Cards.write(folder, Cards.read(folder));
    assertEquals(written, Cards.read(folder));
    assertEquals(2, written.files().size());
    assertEquals("tiny@1", written.id());
    assertEquals(64, written.files().get("model.onnx").length());
  }

  @Test
  void aCardIsPrettyAndInSnakeCase() throws Exception {
    String card = Files.readString(folder.resolve("card.json"));
    assertTrue(card.contains("\n    \"max_tokens\" : 32"), card);
    assertTrue(card.contains("\"token_types\" : false"), card);
  }

  @Test
  void whatMayBeAbsentMayBeLeftOut() throws Exception {
    edit(card -> card.replace("\"parent\" : null,", ""));
    assertTrue(Cards.read(folder).parent().isEmpty());
  }

  /** Each fault by itself: what stands in the card, what comes in its place, and the reason. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          "name" : "tiny"       | "name" : "tony"       | name is not that of the folder, tiny
          "version" : "1"       | "version" : "2"       | version is not that of the folder, 1
          "role" : "STEPS"      | "role" : "STEP"       | not one of the values accepted
          "role" : "STEPS"      | "role" : 0            | not allowed to deserialize Enum value out of number
          "format" : "ONNX"     | "format" : "PICKLE"   | not one of the values accepted
          "format" : "ONNX"     | "format" : "TORCHSCRIPT" | files does not list model.pt, which is needed
          "format" : "ONNX"     | "format" : "WHETSTONE" | files does not list weights.safetensors, which is needed
          "kinds" : [ ]         | "kinds" : [ ], "kin" : 1 | unknown field 'kin' (line
          "licence"             | "license"             | Missing required field 'licence'
          "kinds" : [ ],        | ``                    | Missing required field 'kinds'
          "half" : 0.3,         | ``                    | Missing required field 'half'
          "kinds" : [ ]         | "kinds" : null        | Null value for field 'kinds'
          "kinds" : [ ]         | "kinds" : [ null ]    | no card:
          "step" : 0.5          | "step" : "0.5"        | no card:
          "step" : 0.5          | "step" : 1.01         | thresholds.step lies between 0 and 1
          "step" : 0.5          | "step" : -0.01        | thresholds.step lies between 0 and 1
          "step" : 0.5          | "step" : NaN          | no card:
          "half" : 0.3          | "half" : 1e999        | thresholds.half lies between 0 and 1
          "full" : 0.6          | "full" : -1           | thresholds.full lies between 0 and 1
          "full" : 0.6          | "full" : 0.2          | thresholds.half is at most thresholds.full
          "slope" : 1.5         | "slope" : 1e999       | calibration.slope is finite and not 0
          "slope" : 1.5         | "slope" : 0           | calibration.slope is finite and not 0
          "offset" : -0.25      | "offset" : -1e999     | calibration.offset is finite
          "max_tokens" : 32     | "max_tokens" : 7      | inputs.max_tokens lies between 8 and 8192
          "max_tokens" : 32     | "max_tokens" : 8193   | inputs.max_tokens lies between 8 and 8192
          "max_tokens" : 32     | "max_tokens" : 32.5   | no card:
          "separator" : "<end>" | "separator" : ""      | role STEPS needs inputs.separator
          "separator" : "<end>" | "separator" : null    | role STEPS needs inputs.separator
          "tolerance" : 1.0E-4  | "tolerance" : 0.2     | the tolerance of golden example 1 lies between 0 and 0.1
          "tolerance" : 1.0E-4  | "tolerance" : -1      | the tolerance of golden example 1 lies between 0 and 0.1
          "scores" : [          | "scores" : [ 0.5,     | golden example 1 has 2 scores where 1 are due
          "scores" : [          | "scores" : [ 2], "x": [ | unknown field 'x'
          "steps" : [ "one plus two is three" ] | "steps" : [ ] | golden example 1 has no steps
          "name" : "tiny"       | "name" : "tiny", "name" : "tiny" | Duplicate field 'name'
          {                     | [{                    | no card:
          """)
  void eachFaultOfACardIsRefusedForItsReason(String good, String bad, String reason)
      throws Exception {
    edit(card -> card.replaceFirst(Pattern.quote(good), bad == null ? "" : bad));
    refused("card.json", reason);
  }

  @Test
  void aCardWithoutAnExampleIsRefused() throws Exception {
    edit(card -> card.substring(0, card.indexOf("\"golden\"")) + "\"golden\" : [ ]\n}");
    refused("card.json", "golden needs at least one example");
  }

  @Test
  void aCardThatIsCutOffOrFollowedByMoreIsRefused() throws Exception {
    edit(card -> card.substring(0, card.length() / 2));
    refused("card.json", "no card:");
    new Tiny(Role.STEPS, Format.ONNX).write(root);
    edit(card -> card + "{}");
    refused("card.json", "no card:");
    edit(card -> "null");
    refused("card.json", "the card is null");
    edit(card -> "");
    refused("card.json", "no card:");
  }

  @Test
  void theLongestCardIsReadAndALongerOneIsRefused() throws Exception {
    edit(card -> card + " ".repeat(Cards.MAX_LENGTH - card.length()));
    assertEquals("tiny@1", Cards.read(folder).id());
    edit(card -> card + " ");
    refused("card.json", "longer than 4194304 bytes");
  }

  @Test
  void aMissingCardIsRefused() throws Exception {
    Files.delete(folder.resolve("card.json"));
    refused("card.json", "the file is missing");
  }

  @Test
  void aMissingFileIsRefused() throws Exception {
    Files.delete(folder.resolve("tokenizer.json"));
    refused("tokenizer.json", "the file is missing");
  }

  @Test
  void aFileThatIsNotListedIsRefusedUnlessItIsHidden() throws Exception {
    Files.writeString(folder.resolve(".DS_Store"), "x");
    assertEquals("tiny@1", Cards.read(folder).id());
    Files.writeString(folder.resolve("model.onnx.data"), "x");
    refused("model.onnx.data", "the card does not list it; list it or take it away");
  }

  @Test
  void oneChangedByteIsRefused() throws Exception {
    byte[] weights = Files.readAllBytes(folder.resolve("model.onnx"));
    weights[weights.length / 2] ^= 1;
    Files.write(folder.resolve("model.onnx"), weights);
    refused("model.onnx", "its SHA-256 is ");
  }

  @Test
  void aListedNameThatLeadsOutOfTheFolderIsRefused() throws Exception {
    edit(card -> card.replace("\"model.onnx\" :", "\"../1/model.onnx\" : \"\", \"model.onnx\" :"));
    refused("../1/model.onnx", "an odd name for a file");
  }

  @Test
  void aLinkThatLeadsOutOfTheRootIsRefusedAndOneWithinIsNot(@TempDir Path elsewhere)
      throws Exception {
    Path weights = folder.resolve("model.onnx");
    Path shared = Files.move(weights, root.resolve("shared.onnx"));
    Files.createSymbolicLink(weights, shared);
    assertEquals("tiny@1", Cards.read(folder).id());
    Files.delete(weights);
    Files.createSymbolicLink(weights, Files.move(shared, elsewhere.resolve("model.onnx")));
    refused("model.onnx", "the link leads out of the models' folder");
  }

  private void edit(UnaryOperator<String> change) throws IOException {
    Path card = folder.resolve("card.json");
    Files.writeString(card, change.apply(Files.readString(card)));
  }

  private void refused(String file, String reason) {
    Refused refused = assertThrows(Refused.class, () -> Cards.read(folder));
    assertEquals(file, refused.file(), refused.getMessage());
    assertTrue(refused.reason().contains(reason), refused.getMessage());
    assertEquals(folder.toAbsolutePath(), refused.folder());
  }
}
