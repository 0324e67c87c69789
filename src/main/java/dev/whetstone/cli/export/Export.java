package dev.whetstone.cli.export;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.whetstone.task.Levels;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.StandardCopyOption;
import java.util.List;

/** Rows on their way to a file, which has its name only once it is whole. */
final class Export implements AutoCloseable {
  private final OutOptions out;
  private final RowFile file;
  private final Contents contents = new Contents();
  private boolean isClosed;

  /** What a finished file is. */
  record Written(
      String file,
      String kind,
      long rows,
      long bytes,
      String sha256,
      List<Contents.FamilyCount> families) {}

  /**
   * @param example a row with all that a row can have
   */
  Export(OutOptions out, ObjectNode example) throws IOException {
    this.out = out;
    this.file = out.open(example);
  }

  void write(ObjectNode row, String family, String version, Levels levels) throws IOException {
    file.write(row);
    contents.add(family, version, levels);
  }

  long rows() {
    return contents.rows();
  }

  /** Closes the file and gives it its name. */
  Written finish() throws IOException {
    isClosed = true;
    file.close();
    String hash = Sha256.of(out.part());
    Files.move(out.part(), out.path(), StandardCopyOption.REPLACE_EXISTING);
    return new Written(
        out.path().getFileName().toString(),
        out.kind(),
        contents.rows(),
        Files.size(out.path()),
        hash,
        contents.families());
  }

  /** Of an export that did not finish, nothing is left. */
  @Override
  public void close() throws IOException {
    if (isClosed) return;
    isClosed = true;
    try (file) {
      Files.deleteIfExists(out.part());
    }
  }
}
