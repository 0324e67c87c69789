package dev.whetstone.cli.export;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import picocli.CommandLine.Option;

/** Where rows go; the name's ending tells what kind of file it is. */
final class OutOptions {
  @Option(
      names = "--out",
      required = true,
      paramLabel = "FILE",
      description =
          "the file to write: *.parquet, *.jsonl or *.jsonl.gz; its card comes beside it, as"
              + " *.card.md and *.card.json")
  private Path out;

  @Option(names = "--overwrite", description = "replace the file if it is there")
  private boolean overwrite;

  Path path() {
    return out.toAbsolutePath();
  }

  /** Rows are written here first, so that a file of the given name is always whole. */
  Path part() {
    return path().resolveSibling(path().getFileName() + ".part");
  }

  /**
   * @throws IOException with one line that says why nothing can be written there
   */
  void requireFree() throws IOException {
    if (kind().isEmpty())
      throw new IOException("--out ends in .parquet, .jsonl or .jsonl.gz, not as " + out);
    if (!Files.isDirectory(path().getParent()))
      throw new IOException("there is no folder " + path().getParent());
    if (Files.isDirectory(path())) throw new IOException(out + " is a folder");
    if (Files.exists(path()) && !overwrite)
      throw new IOException(out + " is there already; --overwrite replaces it");
  }

  /** As the file's ending tells; empty where it tells none. */
  String kind() {
    String name = path().getFileName().toString();
    if (name.endsWith(".parquet")) return "Parquet";
    if (name.endsWith(".jsonl")) return "JSON Lines";
    return name.endsWith(".jsonl.gz") ? "JSON Lines, gzipped" : "";
  }

  /**
   * @param example a row with all that a row can have
   */
  RowFile open(ObjectNode example) throws IOException {
    return switch (kind()) {
      case "Parquet" -> new ParquetFile(part(), ParquetSchema.of(example));
      case "JSON Lines" -> new JsonLinesFile(part(), false);
      default -> new JsonLinesFile(part(), true);
    };
  }
}
