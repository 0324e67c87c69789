package dev.whetstone.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import org.postgresql.ds.PGSimpleDataSource;

/** How to reach the PostgreSQL that runs in a data folder. */
record RunningPostgres(long pid, String jdbcUrl, String password) {
  /** Lines of postmaster.pid, from 0. */
  private static final int PORT = 3;

  private static final int STATUS = 7;

  /** Empty where none is ready. */
  static Optional<RunningPostgres> in(Path folder) {
    try {
      List<String> lines = Files.readAllLines(folder.resolve("pgdata").resolve("postmaster.pid"));
      if (lines.size() <= STATUS || !lines.get(STATUS).strip().equals("ready"))
        return Optional.empty();
      return Optional.of(
          new RunningPostgres(
              Long.parseLong(lines.getFirst().strip()),
              "jdbc:postgresql://127.0.0.1:" + lines.get(PORT).strip() + "/postgres",
              Files.readString(folder.resolve("password")).strip()));
    } catch (IOException | NumberFormatException notYet) {
      return Optional.empty();
    }
  }

  /** Whether it takes a connection now. */
  boolean answers() {
    try {
      source().getConnection().close();
      return true;
    } catch (SQLException notNow) {
      return false;
    }
  }

  PGSimpleDataSource source() {
    return PostgresSource.of(jdbcUrl, LocalPostgres.USER, password);
  }
}
