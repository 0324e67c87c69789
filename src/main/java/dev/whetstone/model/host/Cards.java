package dev.whetstone.model.host;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.exc.UnrecognizedPropertyException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.whetstone.model.Card;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/** Reads and writes {@code card.json}; what is read agrees with every file of its folder. */
@RegisterForReflection(
    targets = {
      Card.class,
      Card.Data.class,
      Card.Inputs.class,
      Card.Thresholds.class,
      Card.Calibration.class,
      Card.Golden.class
    })
public final class Cards {
  /** The card's name in its folder. */
  public static final String FILE = "card.json";

  /** Bytes of a card; a longer one is refused. */
  public static final int MAX_LENGTH = 4 << 20;

  private static final JsonMapper JSON = CardJson.mapper();

  private Cards() {}

  /**
   * @param folder {@code <root>/<name>/<version>}; its files lie under the root, links followed
   * @throws Refused for the first fault of the card or of a file it speaks of
   */
  public static Card read(Path folder) throws Refused {
    Path absolute = folder.toAbsolutePath().normalize();
    FolderFiles files = FolderFiles.of(absolute);
    Card card = parse(absolute, files.path(FILE));
    new CardRules(absolute, card).check();
    files.check(card.files());
    return card;
  }

  /**
   * Writes a card over the folder's, pretty printed, with the hashes of the files as they lie
   * there.
   *
   * @return the card as it was written
   */
  public static Card write(Path folder, Card card) throws IOException, Refused {
    Card hashed = card.withFiles(FolderFiles.of(folder.toAbsolutePath().normalize()).hashes());
    Path draft = folder.resolve("." + FILE);
    Files.write(draft, JSON.writerWithDefaultPrettyPrinter().writeValueAsBytes(hashed));
    Files.move(draft, folder.resolve(FILE), StandardCopyOption.ATOMIC_MOVE);
    return hashed;
  }

  private static Card parse(Path folder, Path file) throws Refused {
    try {
      if (Files.size(file) > MAX_LENGTH)
        throw new Refused(folder, FILE, "longer than " + MAX_LENGTH + " bytes");
      Card card = JSON.readValue(Files.readAllBytes(file), Card.class);
      if (card == null) throw new Refused(folder, FILE, "the card is null");
      return card;
    } catch (UnrecognizedPropertyException e) {
      throw new Refused(folder, FILE, "unknown field '" + e.getPropertyName() + "'" + at(e), e);
    } catch (JsonProcessingException e) {
      throw new Refused(folder, FILE, "no card: " + said(e) + at(e), e);
    } catch (IOException e) {
      throw new Refused(folder, FILE, "it cannot be read: " + Refused.said(e), e);
    }
  }

  private static String said(JsonProcessingException e) {
    String line = e.getOriginalMessage().lines().findFirst().orElse("not JSON");
    return line.replace("creator property", "field");
  }

  private static String at(JsonProcessingException e) {
    return e.getLocation() == null ? "" : " (line " + e.getLocation().getLineNr() + ")";
  }
}
