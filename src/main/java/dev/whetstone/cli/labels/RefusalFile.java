package dev.whetstone.cli.labels;

import dev.whetstone.benchmark.label.Refusal;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** All refused lines, one on each line: file, line, reason, detail, with tabs between. */
final class RefusalFile implements AutoCloseable {
  private final PrintWriter out;

  RefusalFile(Optional<Path> file) throws IOException {
    out =
        new PrintWriter(
            file.isPresent() ? Files.newBufferedWriter(file.get()) : Writer.nullWriter());
  }

  void write(Path file, Refusal refusal) {
    String detail = refusal.detail().replaceAll("\\s", " ");
    out.println(
        String.join(
            "\t",
            file.toString(),
            Long.toString(refusal.line()),
            refusal.reason().words(),
            detail));
  }

  @Override
  public void close() {
    out.close();
  }
}
