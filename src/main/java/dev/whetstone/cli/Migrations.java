package dev.whetstone.cli;

import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;

/** The server's migrations, for commands that do not boot it. */
final class Migrations {
  private static final String FOLDER = "db/migration";

  /** Kept, lest its level be forgotten with it. */
  private static final Logger FLYWAY = Logger.getLogger("org.flywaydb");

  private Migrations() {}

  /**
   * @throws IOException with one line that says what is wrong
   */
  static void apply(DataSource database) throws IOException {
    FLYWAY.setLevel(Level.WARNING);
    Path copies = Files.createTempDirectory("whetstone-migrations");
    try {
      copyTo(copies);
      Flyway.configure().dataSource(database).locations("filesystem:" + copies).load().migrate();
    } catch (FlywayException e) {
      throw new IOException("cannot prepare the database: " + firstLine(e), e);
    } finally {
      Trees.delete(copies);
    }
  }

  /** Flyway finds no files within the jars of the packaged program. */
  private static void copyTo(Path copies) throws IOException {
    Path origin = origin();
    if (Files.isDirectory(origin)) {
      copy(origin.resolve(FOLDER), copies);
      return;
    }
    try (FileSystem jar = FileSystems.newFileSystem(origin)) {
      copy(jar.getPath(FOLDER), copies);
    }
  }

  private static Path origin() throws IOException {
    try {
      return Path.of(Migrations.class.getProtectionDomain().getCodeSource().getLocation().toURI());
    } catch (URISyntaxException e) {
      throw new IOException("cannot find the program's own files", e);
    }
  }

  private static void copy(Path folder, Path copies) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      for (Path file : files.toList())
        Files.copy(file, copies.resolve(file.getFileName().toString()));
    }
  }

  private static String firstLine(FlywayException e) {
    List<String> lines = String.valueOf(e.getMessage()).lines().filter(l -> !l.isBlank()).toList();
    return lines.isEmpty() ? e.toString() : lines.getFirst();
  }
}
