package dev.whetstone.cli;

import io.agroal.api.AgroalDataSource;
import io.agroal.api.configuration.AgroalConnectionPoolConfiguration.ConnectionValidator;
import io.agroal.api.configuration.supplier.AgroalDataSourceConfigurationSupplier;
import io.agroal.api.security.NamePrincipal;
import io.agroal.api.security.SimplePassword;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.postgresql.ds.PGSimpleDataSource;
import picocli.CommandLine;

/**
 * An empty database with all tables for one test class. All classes share one embedded PostgreSQL,
 * which starts with the first of them and stops after the last.
 */
public final class TestDatabase implements BeforeAllCallback, AfterAllCallback {
  private AgroalDataSource source;

  public DataSource source() {
    return source;
  }

  @Override
  public void beforeAll(ExtensionContext context) throws SQLException {
    Shared shared =
        context
            .getRoot()
            .getStore(ExtensionContext.Namespace.GLOBAL)
            .computeIfAbsent(Shared.class, all -> Shared.open(), Shared.class);
    source = pool(shared.copy());
  }

  @Override
  public void afterAll(ExtensionContext context) {
    if (source != null) source.close();
  }

  private static AgroalDataSource pool(PGSimpleDataSource of) throws SQLException {
    return AgroalDataSource.from(
        new AgroalDataSourceConfigurationSupplier()
            .connectionPoolConfiguration(
                pool ->
                    pool.maxSize(20)
                        .connectionValidator(ConnectionValidator.defaultValidator())
                        .validateOnBorrow(true) // a test may interrupt who holds one
                        .acquisitionTimeout(Duration.ofSeconds(30))
                        .connectionFactoryConfiguration(
                            factory ->
                                factory
                                    .jdbcUrl(of.getURL())
                                    .principal(new NamePrincipal(of.getUser()))
                                    .credential(new SimplePassword(of.getPassword())))));
  }

  private record Shared(Path folder, Database database, AtomicInteger copies)
      implements AutoCloseable {
    static Shared open() {
      try {
        Path folder = Files.createTempDirectory("whetstone-test");
        DatabaseOptions options =
            CommandLine.populateCommand(new DatabaseOptions(), "--data", folder.toString());
        return new Shared(folder, Database.open(options), new AtomicInteger());
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }

    PGSimpleDataSource copy() throws SQLException {
      PGSimpleDataSource template = (PGSimpleDataSource) database.dataSource();
      String name = "test_" + copies.incrementAndGet();
      try (Connection connection = template.getConnection();
          Statement statement = connection.createStatement()) {
        statement.execute("CREATE DATABASE " + name + " TEMPLATE " + template.getDatabaseName());
      }
      PGSimpleDataSource copy =
          PostgresSource.of(template.getURL(), template.getUser(), template.getPassword());
      copy.setDatabaseName(name);
      return copy;
    }

    @Override
    public void close() throws IOException {
      database.close();
      Trees.delete(folder);
    }
  }
}
