package dev.whetstone.rollout;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.agroal.api.AgroalPoolInterceptor;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Optional;
import java.util.UUID;
import javax.sql.DataSource;
import org.postgresql.PGConnection;

/**
 * Tells the database who looks, with every connection that is taken out of the pool. Its policies
 * (row level security) then hide what is another's from whatever statement asks, and a new row is
 * its writer's own. They bind a role, which the tables' owner takes on for a tenant and lays down
 * again.
 */
@ApplicationScoped
public class RowSecurity implements AgroalPoolInterceptor {
  static final String ROLE = "whetstone_tenant";

  private static final String LOOK =
      """
      SELECT set_config('role', ?, false), set_config('whetstone.tenant', ?, false),
             set_config('whetstone.run', ?, false)
      """;

  /** Anybody may have made the role: it belongs to the database's whole cluster. */
  private static final String PREPARE =
      """
      DO $$
      DECLARE tables text := current_schema();
      BEGIN
        PERFORM pg_advisory_xact_lock(hashtext('%1$s'));
        IF NOT EXISTS (SELECT FROM pg_roles WHERE rolname = '%1$s') THEN
          CREATE ROLE %1$s NOLOGIN;
        END IF;
        IF NOT pg_has_role('%1$s', 'SET') THEN
          GRANT %1$s TO CURRENT_USER;
        END IF;
        EXECUTE format('GRANT USAGE ON SCHEMA %%I TO %1$s', tables);
        EXECUTE format('GRANT SELECT, INSERT, UPDATE, DELETE ON ALL TABLES IN SCHEMA %%I TO %1$s', tables);
        EXECUTE format('GRANT USAGE ON ALL SEQUENCES IN SCHEMA %%I TO %1$s', tables);
      END $$
      """
          .formatted(ROLE);

  /** Nobody's: whoever comes next says anew who looks. */
  private static final Viewer UNSURE =
      new Viewer(Optional.of(""), Optional.empty(), Optional.empty());

  private final Viewers viewers;

  /** For whom each connection looks that was ever told to; by the driver's own, not the pool's. */
  private final Cache<PGConnection, Viewer> looking = Caffeine.newBuilder().weakKeys().build();

  RowSecurity(Viewers viewers) {
    this.viewers = viewers;
  }

  /**
   * Makes the role and lets it work on the tables.
   *
   * @throws DatabaseFault if the database's user may not do so
   */
  public static void prepare(DataSource database) {
    Sql.transaction(database, connection -> Sql.update(connection, PREPARE));
  }

  @Override
  public void onConnectionAcquire(Connection connection) {
    Viewer viewer = viewers.now().ofRows();
    try {
      PGConnection own = connection.unwrap(PGConnection.class);
      Viewer before = looking.getIfPresent(own);
      if (!viewer.equals(before == null ? Viewer.SERVER : before)) look(connection, own, viewer);
    } catch (SQLException e) {
      throw new DatabaseFault(e);
    }
  }

  private void look(Connection connection, PGConnection own, Viewer viewer) throws SQLException {
    looking.put(own, UNSURE);
    tell(connection, viewer);
    // Within a transaction that is taken back, this is taken back too.
    if (connection.getAutoCommit()) looking.put(own, viewer);
  }

  private static void tell(Connection connection, Viewer viewer) throws SQLException {
    Sql.list(
        connection,
        LOOK,
        row -> row.getString(1),
        viewer.tenant().isPresent() ? ROLE : "none",
        viewer.tenant().orElse(""),
        viewer.run().map(UUID::toString).orElse(""));
  }
}
