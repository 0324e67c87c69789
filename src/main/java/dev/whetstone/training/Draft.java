package dev.whetstone.training;

import dev.whetstone.model.Card;
import dev.whetstone.model.Derivation;
import dev.whetstone.model.Prepared;
import dev.whetstone.model.Scorer;
import dev.whetstone.model.Unscorable;
import dev.whetstone.model.fit.Example;
import dev.whetstone.model.host.Cards;
import dev.whetstone.model.host.Loader;
import dev.whetstone.model.host.Placement;
import dev.whetstone.model.host.Refused;
import dev.whetstone.model.net.Safetensors;
import dev.whetstone.training.source.Kinds;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** A new version's folder while it is made; a rename publishes it whole. */
final class Draft {
  private static final int GOLDEN = 6;
  private static final double TOLERANCE = 0.01;

  /** Characters of a golden example at most: they stand in the card. */
  private static final int SHORT = 1_500;

  private final Path folder;
  private final Path target;
  private Card card;

  private Draft(Path folder, Path target) {
    this.folder = folder;
    this.target = target;
  }

  /** The version after the newest that the model has; 1 if it has none. */
  static Draft in(Path models, String model) throws IOException {
    Path parent = Files.createDirectories(models.resolve(model));
    int newest = 0;
    try (Stream<Path> versions = Files.list(parent)) {
      newest =
          versions
              .map(path -> path.getFileName().toString())
              .filter(name -> name.matches("\\d{1,9}"))
              .mapToInt(Integer::parseInt)
              .max()
              .orElse(0);
    }
    Path target = parent.resolve(Integer.toString(newest + 1));
    Path folder = parent.resolve("." + target.getFileName() + ".draft").resolve(model);
    return new Draft(Files.createDirectories(folder.resolve(target.getFileName())), target);
  }

  Path put(String name, byte[] content) throws IOException {
    return Files.write(folder.resolve(name), content);
  }

  void weights(Safetensors.Content content) throws IOException {
    Safetensors.write(folder.resolve("weights.safetensors"), content);
  }

  /** Writes the card, with what the new weights say of a few validation solutions as golden. */
  void card(
      Recipe recipe,
      Materials materials,
      int positions,
      Card.Calibration calibration,
      Card.Thresholds thresholds)
      throws IOException {
    List<Derivation> derivations =
        materials.validation().stream().flatMap(e -> way(e).stream()).limit(GOLDEN).toList();
    card =
        new Card(
            recipe.model(),
            target.getFileName().toString(),
            Card.Role.STEPS,
            Card.Format.WHETSTONE,
            recipe.description(),
            Optional.of(recipe.start()),
            recipe.licence(),
            materials.data(),
            Map.of(),
            new Card.Inputs(positions, Optional.empty(), true),
            thresholds,
            calibration,
            Kinds.NAMES,
            Map.of(),
            List.of());
    write(golden(derivations), Map.of());
  }

  /** The first way through an example's steps, if it is short enough. */
  private static Optional<Derivation> way(Example example) {
    List<String> steps = new ArrayList<>();
    int last = -1;
    for (int i = 0; i < example.steps().size(); i++)
      if (example.steps().get(i).parent() == last) {
        steps.add(example.steps().get(i).text());
        last = i;
      }
    Derivation way = new Derivation(example.problem(), steps);
    return Optional.of(way).filter(w -> w.length() <= SHORT);
  }

  private List<Card.Golden> golden(List<Derivation> derivations) throws IOException {
    try (Scorer scorer = open()) {
      List<Card.Golden> golden = new ArrayList<>();
      for (Derivation derivation : derivations) {
        Prepared prepared = scorer.prepare(derivation);
        List<Double> scores = scorer.score(List.of(prepared)).getFirst().steps();
        golden.add(new Card.Golden(derivation.problem(), derivation.steps(), scores, TOLERANCE));
      }
      return golden;
    } catch (Unscorable e) {
      throw new IOException("a golden example cannot be scored: " + e.getMessage(), e);
    }
  }

  /** What it holds, as a scorer that has not been rehearsed. */
  Scorer open() throws IOException {
    try {
      return Loader.open(folder, card, Placement.parse("cpu"));
    } catch (Refused e) {
      throw new IOException(e.getMessage(), e);
    }
  }

  private void write(List<Card.Golden> golden, Map<String, Map<String, Double>> metrics)
      throws IOException {
    card =
        new Card(
            card.name(),
            card.version(),
            card.role(),
            card.format(),
            card.description(),
            card.parent(),
            card.licence(),
            card.data(),
            card.files(),
            card.inputs(),
            card.thresholds(),
            card.calibration(),
            card.kinds(),
            metrics,
            golden);
    try {
      card = Cards.write(folder, card);
    } catch (Refused e) {
      throw new IOException(e.getMessage(), e);
    }
  }

  /** Shows these measures on the card, and moves the folder to where servers look. */
  Card publish(Map<String, Map<String, Double>> metrics) throws IOException {
    write(card.golden(), metrics);
    Files.move(folder, target, StandardCopyOption.ATOMIC_MOVE);
    Files.delete(folder.getParent());
    Files.delete(folder.getParent().getParent());
    return card;
  }
}
