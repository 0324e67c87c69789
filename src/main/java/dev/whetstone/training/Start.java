package dev.whetstone.training;

import dev.whetstone.model.Card;
import dev.whetstone.model.host.Cards;
import dev.whetstone.model.host.Refused;
import dev.whetstone.model.host.Vocabulary;
import dev.whetstone.model.net.Encoder;
import dev.whetstone.model.net.Network;
import dev.whetstone.model.net.Safetensors;
import dev.whetstone.model.net.Weights;
import dev.whetstone.model.text.Notes;
import dev.whetstone.model.text.StepTokenizer;
import dev.whetstone.model.wide.LogisticRegression;
import dev.whetstone.training.recipe.InvalidRecipe;
import dev.whetstone.training.recipe.Recipe;
import dev.whetstone.training.recipe.Shape;
import dev.whetstone.training.source.Kinds;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;

/**
 * Where a training begins.
 *
 * @param wide weights of its linear model
 * @param tokenizer a {@code tokenizer.json}
 * @param data what it was trained on before
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
record Start(Network network, float[] theta, float[] wide, byte[] tokenizer, List<Card.Data> data) {
  /**
   * @param models the folder of models
   * @param encoder the jar of the pre-trained encoder, where it is known to lie
   */
  static Start of(Recipe recipe, Path models, Optional<Path> encoder)
      throws InvalidRecipe, IOException {
    return switch (recipe.start()) {
      case Recipe.RANDOM -> random(recipe, models);
      case Encoder.NAME -> pretrained(recipe, encoder);
      default -> version(recipe.start(), folder("start", recipe.start(), models));
    };
  }

  private static Start random(Recipe recipe, Path models) throws InvalidRecipe, IOException {
    Shape shape = recipe.network().orElseThrow();
    Path folder = folder("tokenizer", recipe.tokenizer().orElseThrow(), models);
    Network network =
        new Network(
            shape.layers(),
            shape.width(),
            shape.heads(),
            shape.inner(),
            vocabulary(folder),
            shape.positions(),
            Notes.COUNT,
            Kinds.NAMES.size());
    return untaught(network, Weights.random(network, seed(recipe)), tokenizer(folder));
  }

  private static Start pretrained(Recipe recipe, Optional<Path> jar)
      throws InvalidRecipe, IOException {
    Path file =
        jar.filter(Files::exists)
            .orElseThrow(
                () ->
                    new InvalidRecipe(
                        "start",
                        "the encoder '%s' is not here; start with ./whetstone, which fetches it"
                            .formatted(recipe.start())));
    Encoder encoder = Encoder.read(file);
    Network network = Encoder.network(Notes.COUNT, Kinds.NAMES.size());
    float[] theta = Weights.pretrained(network, encoder.weights(), seed(recipe));
    return untaught(network, theta, encoder.tokenizer());
  }

  private static Start untaught(Network network, float[] theta, byte[] tokenizer) {
    return new Start(network, theta, LogisticRegression.untaught().weights(), tokenizer, List.of());
  }

  private static Start version(String version, Path folder) throws InvalidRecipe, IOException {
    try {
      Card card = Cards.read(folder);
      if (card.format() != Card.Format.WHETSTONE)
        throw new InvalidRecipe("start", version + " is no network of ours; choose another");
      Safetensors.Content content = Safetensors.read(folder.resolve(card.format().weights()));
      requireFits(version, content);
      return new Start(
          content.network(), content.theta(), content.wide(), tokenizer(folder), card.data());
    } catch (Refused e) {
      throw new InvalidRecipe("start: " + e.getMessage(), e);
    }
  }

  private static void requireFits(String version, Safetensors.Content content)
      throws InvalidRecipe {
    Network network = content.network();
    if (!LogisticRegression.fits(content.wide().length))
      throw new InvalidRecipe(
          "start",
          "%s has %d linear weights, this program %d; choose a newer one"
              .formatted(version, content.wide().length, LogisticRegression.SPACE));
    if (network.notes() != Notes.COUNT || network.kinds() != Kinds.NAMES.size())
      throw new InvalidRecipe(
          "start",
          "%s knows %d notes and %d kinds of flaw, this program %d and %d; choose a newer one"
              .formatted(
                  version, network.notes(), network.kinds(), Notes.COUNT, Kinds.NAMES.size()));
  }

  private static Path folder(String field, String version, Path models) throws InvalidRecipe {
    Path folder = models.resolve(version.replace("@", "/"));
    if (!Files.isRegularFile(folder.resolve(StepTokenizer.FILE)))
      throw new InvalidRecipe(
          field, "there is no %s in %s; name one that lies there".formatted(version, models));
    return folder;
  }

  private static byte[] tokenizer(Path folder) throws IOException {
    return Files.readAllBytes(folder.resolve(StepTokenizer.FILE));
  }

  private static int vocabulary(Path folder) throws InvalidRecipe {
    try {
      return Vocabulary.read(folder).size();
    } catch (Refused e) {
      throw new InvalidRecipe("tokenizer: " + e.getMessage(), e);
    }
  }

  private static SplittableRandom seed(Recipe recipe) {
    return new SplittableRandom(recipe.fit().seed());
  }
}
