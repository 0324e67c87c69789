package dev.whetstone.model.serve;

import dev.whetstone.model.host.Cards;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * When each version's card was written, by folder: the card is written last, so what has none is
 * not there yet. To look costs next to nothing; to list models is to hash all their files.
 */
final class CardStamps {
  private CardStamps() {}

  /** Empty where the folder is not there. */
  static Map<Path, FileTime> of(Path root) {
    Map<Path, FileTime> stamps = new HashMap<>();
    try {
      for (Path name : folders(root)) for (Path version : folders(name)) stamp(version, stamps);
      return stamps;
    } catch (IOException | UncheckedIOException e) {
      throw new UncheckedIOException("cannot read the models in " + root, new IOException(e));
    }
  }

  private static void stamp(Path version, Map<Path, FileTime> stamps) throws IOException {
    try {
      stamps.put(version, Files.getLastModifiedTime(version.resolve(Cards.FILE)));
    } catch (NoSuchFileException e) {
      // It is still being written, or has just been taken away.
    }
  }

  private static List<Path> folders(Path folder) throws IOException {
    if (!Files.isDirectory(folder)) return List.of();
    try (Stream<Path> entries = Files.list(folder)) {
      return entries.filter(Files::isDirectory).toList();
    }
  }
}
