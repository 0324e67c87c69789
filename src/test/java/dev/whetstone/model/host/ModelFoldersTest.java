package dev.whetstone.model.host;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.whetstone.model.Card;
import dev.whetstone.model.Card.Format;
import dev.whetstone.model.Card.Role;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ModelFoldersTest {
  @TempDir Path root;

  @Test
  void aMissingOrEmptyRootHoldsNoModels() {
    assertEquals(List.of(), ModelFolders.list(root.resolve("none")));
    assertEquals(List.of(), ModelFolders.list(root));
  }

  @Test
  void versionsStandByTheirNumbersThenByTheirLetters() {
    assertEquals(
        List.of("01", "1", "2", "10", "1.0", "1a", "b"),
        Stream.of("b", "10", "1a", "2", "1.0", "1", "01").sorted(ModelFolders.VERSIONS).toList());
  }

  @Test
  void allModelsAreListedByNameAndVersion() throws Exception {
    for (String version : List.of("10", "2", "1")) model("b", version);
    model("a", "x");
    Files.writeString(root.resolve("README.md"), "passed over");
    Files.writeString(root.resolve("a/README.md"), "passed over");
    Files.createDirectories(root.resolve(".git/1"));
    assertEquals(List.of("a@x", "b@1", "b@2", "b@10"), told());
  }

  @Test
  void aCorruptModelStopsNoOther() throws Exception {
    model("a", "1");
    Files.writeString(model("a", "2").resolve("card.json"), "{");
    Files.delete(model("b", "1").resolve("card.json"));
    model("c", "1");
    List<String> told = told();
    assertEquals(4, told.size());
    assertEquals("a@1", told.get(0));
    assertTrue(told.get(1).startsWith("a/2/card.json: no card:"), told.get(1));
    assertEquals("b/1/card.json: the file is missing", told.get(2));
    assertEquals("c@1", told.get(3));
  }

  @Test
  void oddNamesAreRefusedAndTheRestIsListed() throws Exception {
    model("a", "1");
    Files.createDirectories(root.resolve("Big/1"));
    Files.createDirectories(root.resolve("a/v 2"));
    Files.createDirectories(root.resolve("a".repeat(64)));
    Files.createDirectories(root.resolve("a".repeat(65)));
    String odd = ": a folder's name is [a-z0-9][a-z0-9._-]{0,63}";
    assertEquals(List.of("Big" + odd, "a@1", "a/v 2" + odd, "a".repeat(65) + odd), told());
  }

  @Test
  void linksThatLeadOutOrNowhereAreRefused(@TempDir Path elsewhere) throws Exception {
    new Tiny(Role.PAIR, Format.ONNX).write(elsewhere);
    model("a", "1");
    Files.createSymbolicLink(root.resolve("out"), elsewhere.resolve("tiny"));
    Files.createSymbolicLink(root.resolve("a/9"), elsewhere.resolve("tiny/1"));
    Files.createSymbolicLink(root.resolve("nowhere"), root.resolve("none"));
    String out = ": the link leads out of the models' folder";
    List<String> told = told();
    assertEquals(List.of("a@1", "a/9" + out), told.subList(0, 2));
    assertTrue(told.get(2).startsWith("nowhere: it cannot be read"), told.get(2));
    assertEquals("out" + out, told.get(3));
  }

  @Test
  void theRootItselfMayBeALink(@TempDir Path elsewhere) throws Exception {
    model("a", "1");
    Path link = Files.createSymbolicLink(elsewhere.resolve("models"), root);
    assertEquals(1, ModelFolders.list(link).size());
    assertTrue(ModelFolders.list(link).getFirst() instanceof ModelFolder.Whole);
  }

  private Path model(String name, String version) throws IOException, Refused {
    Path folder = Files.createDirectories(root.resolve(name).resolve(version));
    Tiny tiny = new Tiny(Role.PAIR, Format.ONNX);
    Files.writeString(folder.resolve("tokenizer.json"), Tiny.tokenizer());
    Files.write(folder.resolve("model.onnx"), tiny.weights());
    Cards.write(folder, tiny.card(name, version, "", List.of(tiny.golden())));
    return folder;
  }

  private List<String> told() {
    return ModelFolders.list(root).stream().map(this::told).toList();
  }

  private String told(ModelFolder folder) {
    return switch (folder) {
      case ModelFolder.Whole(Path path, Card card) -> card.id();
      case ModelFolder.Faulty(Path path, Refused refusal) ->
          root.relativize(path.resolve(refusal.file())) + ": " + refusal.reason();
    };
  }
}
