package dev.whetstone.rollout.stream;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.whetstone.cli.TestDatabase;
import dev.whetstone.rollout.Sql;
import java.sql.Connection;
import java.sql.SQLException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What is committed out of order is neither skipped nor waited for by its writer. */
class HorizonIT {
  @RegisterExtension static final TestDatabase DATABASE = new TestDatabase();

  private static final String INSERT =
      """
      INSERT INTO label_correction (set_name, label_id, from_confidence, to_confidence)
      VALUES ('set', 'id', 0, 1)
      """;

  @Test
  void aRowThatIsCommittedLateHoldsBackThoseAfterItAlone() throws SQLException {
    Horizon horizon = new Horizon("label_correction", "number");
    try (Connection reader = DATABASE.source().getConnection();
        Connection early = writer();
        Connection late = writer();
        Connection lost = writer()) {
      insert(early);
      assertEquals(0, horizon.look(reader), "nothing is committed");
      insert(late);
      insert(lost);
      early.commit();
      assertEquals(0, horizon.look(reader), "the second and third may be earlier: nobody knows");
      late.rollback();
      lost.commit();
      assertEquals(1, horizon.look(reader), "as far as was seen then");
      assertEquals(3, horizon.look(reader), "the second will never come");
      insert(late);
      assertEquals(3, horizon.look(reader));
      insert(early);
      early.commit();
      assertEquals(3, horizon.look(reader), "the fourth is still to come");
      late.commit();
      insert(lost);
      assertEquals(5, horizon.look(reader), "who began later is not waited for");
      lost.rollback();
    }
  }

  private static Connection writer() throws SQLException {
    Connection connection = DATABASE.source().getConnection();
    connection.setAutoCommit(false);
    return connection;
  }

  private static void insert(Connection connection) throws SQLException {
    assertEquals(1, Sql.update(connection, INSERT));
  }
}
