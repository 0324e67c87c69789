package dev.whetstone.training;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.whetstone.model.net.Encoder;
import dev.whetstone.model.net.Network;
import dev.whetstone.model.net.Safetensors;
import dev.whetstone.model.net.Weights;
import dev.whetstone.model.text.Notes;
import dev.whetstone.training.source.Kinds;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.SplittableRandom;

/**
 * Where a course begins.
 *
 * @param tokenizer a {@code tokenizer.json}
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
record Start(Network network, float[] theta, byte[] tokenizer) {
  private static final String RANDOM = "random";
  private static final String TOKENIZER = "tokenizer.json";

  /**
   * @param models the folder of models
   * @param encoder the jar of the pre-trained encoder, where it is known to lie
   * @throws IOException with one line that says what is missing
   */
  static Start of(Recipe recipe, Path models, Optional<Path> encoder) throws IOException {
    return switch (recipe.start()) {
      case RANDOM -> random(recipe, models);
      case Encoder.NAME -> pretrained(recipe, encoder);
      default -> version(folder(models, recipe.start()));
    };
  }

  private static Start random(Recipe recipe, Path models) throws IOException {
    Recipe.Shape shape =
        recipe.network().orElseThrow(() -> new IOException("network: a random start needs one"));
    String version =
        recipe
            .tokenizer()
            .orElseThrow(() -> new IOException("tokenizer: a random start needs one"));
    byte[] tokenizer = Files.readAllBytes(folder(models, version).resolve(TOKENIZER));
    Network network =
        new Network(
            shape.layers(),
            shape.width(),
            shape.heads(),
            shape.inner(),
            vocabulary(tokenizer),
            shape.positions(),
            Notes.COUNT,
            Kinds.NAMES.size());
    return new Start(network, Weights.random(network, seed(recipe)), tokenizer);
  }

  private static Start pretrained(Recipe recipe, Optional<Path> jar) throws IOException {
    Path file =
        jar.filter(Files::exists)
            .orElseThrow(() -> new IOException("the encoder " + recipe.start() + " is not here"));
    Encoder encoder = Encoder.read(file);
    Network network = Encoder.network(Notes.COUNT, Kinds.NAMES.size());
    float[] theta = Weights.pretrained(network, encoder.weights(), seed(recipe));
    return new Start(network, theta, encoder.tokenizer());
  }

  private static Start version(Path folder) throws IOException {
    Safetensors.Content content = Safetensors.read(folder.resolve("weights.safetensors"));
    byte[] tokenizer = Files.readAllBytes(folder.resolve(TOKENIZER));
    return new Start(content.network(), content.theta(), tokenizer);
  }

  private static Path folder(Path models, String version) throws IOException {
    String[] parts = version.split("@", -1);
    if (parts.length != 2) throw new IOException("a version is name@version, not " + version);
    Path folder = models.resolve(parts[0]).resolve(parts[1]);
    if (!Files.isDirectory(folder))
      throw new IOException("there is no " + version + " in " + models);
    return folder;
  }

  private static int vocabulary(byte[] tokenizer) throws IOException {
    int most = 0;
    for (JsonNode id : new ObjectMapper().readTree(tokenizer).path("model").path("vocab"))
      most = Math.max(most, id.asInt());
    return most + 1;
  }

  private static SplittableRandom seed(Recipe recipe) {
    return new SplittableRandom(recipe.fit().seed());
  }
}
