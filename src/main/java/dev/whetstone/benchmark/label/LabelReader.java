package dev.whetstone.benchmark.label;

import dev.whetstone.benchmark.label.Refusal.Refused;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Consumer;

/** Reads a file of labelled solutions, plain or gzipped, and keeps nothing. */
public final class LabelReader {
  private LabelReader() {}

  /**
   * @param labelled is given every solution, in the file's order
   * @param refused is told of every line that is not read
   * @throws IOException if the file cannot be read to its end
   */
  public static void read(
      Path file,
      Origin origin,
      LabelLimits limits,
      Consumer<Labelled> labelled,
      Consumer<Refusal> refused)
      throws IOException {
    RowParser parser = new RowParser(origin, limits);
    try (Lines lines = new Lines(Files.newInputStream(file), limits)) {
      for (Optional<Lines.Line> line = lines.next(); line.isPresent(); line = lines.next())
        try {
          parser.parse(line.get().bytes()).forEach(labelled);
        } catch (Refused e) {
          refused.accept(e.at(line.get().number()));
        }
    }
  }
}
