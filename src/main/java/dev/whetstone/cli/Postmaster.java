package dev.whetstone.cli;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** The process whose pid stands in a PostgreSQL's pid file; after a crash it may be any other. */
record Postmaster(Path data, long pid) {
  private static final String FILE = "postmaster.pid";

  /** Empty where no process has the pid, or no file is there. */
  static Optional<Postmaster> of(Path data) {
    try {
      long pid = Long.parseLong(Files.readAllLines(data.resolve(FILE)).getFirst().strip());
      return ProcessHandle.of(pid).map(alive -> new Postmaster(data, pid));
    } catch (IOException | RuntimeException unreadable) {
      return Optional.empty();
    }
  }

  /** Whether it is a PostgreSQL that was started on this data. */
  boolean isPostgres() {
    List<String> command = command();
    int data = command.indexOf("-D") + 1;
    return command.getFirst().endsWith("postgres")
        && data > 0
        && data < command.size()
        && isData(Path.of(command.get(data)));
  }

  private boolean isData(Path folder) {
    try {
      return Files.isSameFile(folder, data);
    } catch (IOException e) {
      return false;
    }
  }

  /** {@link ProcessHandle.Info} tells less of the processes of other users. */
  private List<String> command() {
    try {
      byte[] words = Files.readAllBytes(Path.of("/proc", Long.toString(pid), "cmdline"));
      return List.of(new String(words, StandardCharsets.UTF_8).split("\0", -1));
    } catch (IOException gone) {
      return List.of("");
    }
  }

  /** PostgreSQL does not start while the pid in its file is that of a process. */
  void forget() throws IOException {
    Files.deleteIfExists(data.resolve(FILE));
  }
}
