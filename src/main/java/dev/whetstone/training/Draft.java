package dev.whetstone.training;

import dev.whetstone.model.Card;
import dev.whetstone.model.Scorer;
import dev.whetstone.model.host.Cards;
import dev.whetstone.model.host.Loader;
import dev.whetstone.model.host.Placement;
import dev.whetstone.model.host.Refused;
import dev.whetstone.model.net.Safetensors;
import dev.whetstone.model.wide.LogisticRegression;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/**
 * A new version's folder while it is made; a rename publishes it whole, and what is not published
 * goes when it is closed. Whoever makes one holds the model's folder for itself.
 */
final class Draft implements AutoCloseable {
  private static final String DRAFT = ".draft";
  private static final String WEIGHTS = Card.Format.WHETSTONE.weights();
  private static final String VERSION = "\\d{1,9}";

  private final Path draft;
  private final Path folder;
  private final Path target;
  private final Placement placement;
  private Card card;

  private Draft(Path draft, Path folder, Path target, Placement placement) {
    this.draft = draft;
    this.folder = folder;
    this.target = target;
    this.placement = placement;
  }

  /**
   * The version after the newest that the model has or ever had; 1 if it had none. Drafts that a
   * killed process left behind are removed.
   *
   * @param known versions that a history tells of, whose folders may be gone
   * @param placement where it is read
   */
  static Draft in(Path models, String model, List<String> known, Placement placement)
      throws IOException {
    Path parent = Files.createDirectories(models.resolve(model));
    for (Path stale : entries(parent, "\\.\\d{1,9}\\.draft")) remove(stale);
    Stream<String> there =
        entries(parent, VERSION).stream().map(path -> path.getFileName().toString());
    int newest =
        Stream.concat(there, known.stream().filter(version -> version.matches(VERSION)))
            .mapToInt(Integer::parseInt)
            .max()
            .orElse(0);
    Path target = parent.resolve(Integer.toString(newest + 1));
    Path draft = parent.resolve("." + target.getFileName() + DRAFT);
    Path folder = draft.resolve(model).resolve(target.getFileName());
    return new Draft(draft, Files.createDirectories(folder), target, placement);
  }

  private static List<Path> entries(Path folder, String name) throws IOException {
    try (Stream<Path> entries = Files.list(folder)) {
      return entries.filter(path -> path.getFileName().toString().matches(name)).toList();
    }
  }

  private static void remove(Path folder) throws IOException {
    try (Stream<Path> all = Files.walk(folder)) {
      for (Path path : all.sorted(Comparator.reverseOrder()).toList()) Files.deleteIfExists(path);
    } catch (UncheckedIOException e) {
      throw e.getCause();
    }
  }

  String version() {
    return target.getFileName().toString();
  }

  Path file(String name) {
    return folder.resolve(name);
  }

  void put(String name, byte[] content) throws IOException {
    Files.write(file(name), content);
  }

  void weights(Safetensors.Content content) throws IOException {
    Safetensors.write(file(WEIGHTS), content);
  }

  /** Has the linear model count so many times as much. */
  void countWide(double factor) throws IOException {
    Safetensors.Content content = Safetensors.read(file(WEIGHTS));
    float[] wide = LogisticRegression.counted(content.wide(), factor);
    weights(new Safetensors.Content(content.network(), content.theta(), wide));
  }

  void write(Card fresh) throws IOException {
    try {
      card = Cards.write(folder, fresh);
    } catch (Refused e) {
      throw new IOException(e.getMessage(), e);
    }
  }

  /** What it holds, as a scorer that has not been rehearsed. */
  Scorer open() throws IOException {
    try {
      return Loader.open(folder, card, placement);
    } catch (Refused e) {
      throw new IOException(e.getMessage(), e);
    }
  }

  /**
   * Moves the folder to where servers look, after it was loaded as they would load it.
   *
   * @throws IOException if a server would refuse it
   */
  Card publish() throws IOException {
    try {
      Loader.load(folder, Cards.read(folder), placement).close();
    } catch (Refused e) {
      throw new IOException("not published, no server would take it: " + e.getMessage(), e);
    }
    Files.move(folder, target, StandardCopyOption.ATOMIC_MOVE);
    return card;
  }

  @Override
  public void close() throws IOException {
    if (Files.exists(draft)) remove(draft);
  }
}
