package dev.whetstone.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.postgresql.ds.PGSimpleDataSource;

/**
 * The database of a command that runs beside the server, or without one: the external one if it is
 * named, else the embedded one of the data folder, which others may use too. Its tables are brought
 * up to date first.
 */
public final class Database implements AutoCloseable {
  private final PGSimpleDataSource source;
  private final Runnable stop;

  private Database(PGSimpleDataSource source, Runnable stop) {
    this.source = source;
    this.stop = stop;
  }

  /**
   * @throws IOException with one line that says what is wrong and what to do
   */
  public static Database open(DatabaseOptions options) throws IOException {
    Database database =
        options.external().isPresent()
            ? external(options.external().get())
            : embedded(options.folder());
    try {
      Migrations.apply(database.source);
      return database;
    } catch (IOException | RuntimeException e) {
      database.close();
      throw e;
    }
  }

  /** Opens a connection of its own each time. */
  public DataSource dataSource() {
    return source;
  }

  /** The embedded one stops where nobody else uses it. */
  @Override
  public void close() {
    stop.run();
  }

  private static Database external(String url) throws IOException {
    PGSimpleDataSource source =
        PostgresSource.of(
            url,
            System.getenv("QUARKUS_DATASOURCE_USERNAME"),
            System.getenv("QUARKUS_DATASOURCE_PASSWORD"));
    try {
      source.getConnection().close();
    } catch (SQLException e) {
      throw new IOException("cannot reach " + url + " (" + e.getMessage() + ")", e);
    }
    return new Database(source, () -> {});
  }

  private static Database embedded(Path folder) throws IOException {
    PostgresUse use = PostgresUse.begin(folder);
    Thread onSignal = new Thread(use::close, "stop-postgres");
    Runtime.getRuntime().addShutdownHook(onSignal);
    return new Database(
        use.postgres().source(),
        () -> {
          use.close();
          forget(onSignal);
        });
  }

  private static void forget(Thread hook) {
    try {
      Runtime.getRuntime().removeShutdownHook(hook);
    } catch (IllegalStateException shuttingDown) {
      // It has run, or runs.
    }
  }
}
