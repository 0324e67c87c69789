package dev.whetstone.cli;

import java.io.IOException;
import java.nio.file.Path;

/** Another of our programs runs the database of this folder. */
final class DataFolderInUse extends IOException {
  DataFolderInUse(Path folder) {
    super(
        "data folder " + folder + " is in use by another server; stop it, or name another: --data");
  }
}
