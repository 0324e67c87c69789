package dev.whetstone.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** How to reach the PostgreSQL that another of our programs runs in a data folder. */
record RunningPostgres(String jdbcUrl, String password) {
  /** Lines of postmaster.pid, from 0. */
  private static final int PORT = 3;

  private static final int STATUS = 7;

  /**
   * @throws IOException where none is ready
   */
  static RunningPostgres in(Path folder) throws IOException {
    List<String> lines = Files.readAllLines(folder.resolve("pgdata").resolve("postmaster.pid"));
    if (lines.size() <= STATUS || !lines.get(STATUS).strip().equals("ready"))
      throw new IOException("the database in " + folder + " is not ready");
    return new RunningPostgres(
        "jdbc:postgresql://127.0.0.1:" + lines.get(PORT).strip() + "/postgres",
        Files.readString(folder.resolve("password")).strip());
  }
}
