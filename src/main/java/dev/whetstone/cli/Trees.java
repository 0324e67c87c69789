package dev.whetstone.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** Whole folders. */
final class Trees {
  private Trees() {}

  static void delete(Path root) throws IOException {
    if (!Files.exists(root)) return;
    for (Path path : list(root).reversed()) Files.delete(path);
  }

  /** Parents before children. */
  static List<Path> list(Path root) throws IOException {
    try (Stream<Path> paths = Files.walk(root)) {
      return paths.sorted(Comparator.naturalOrder()).toList();
    }
  }
}
