package dev.whetstone.cli;

import java.io.IOException;
import java.nio.file.Path;

/** Another of our programs has this folder. */
final class DataFolderInUse extends IOException {
  private DataFolderInUse(String message) {
    super(message);
  }

  static DataFolderInUse byServer(Path folder) {
    return new DataFolderInUse(
        "data folder " + folder + " is in use by another server; stop it, or name another: --data");
  }

  /** Its database is in use, and does not answer. */
  static DataFolderInUse unanswered(Path folder) {
    return new DataFolderInUse(
        "the database in "
            + folder
            + " is in use by another program, and does not answer; stop that, or name another"
            + " folder: --data");
  }
}
