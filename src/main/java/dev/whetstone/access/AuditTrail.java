package dev.whetstone.access;

import dev.whetstone.rollout.Sql;
import dev.whetstone.rollout.Viewers;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import javax.sql.DataSource;

/** What administrators did. */
public final class AuditTrail {
  private static final String INSERT =
      "INSERT INTO audit_event (at, actor, action, subject, status) VALUES (?, ?, ?, ?, ?)";
  private static final String PAGE =
      """
      SELECT id, at, actor, action, subject, status FROM audit_event WHERE id < ?
      ORDER BY id DESC LIMIT ?
      """;

  private AuditTrail() {}

  /**
   * One act.
   *
   * @param actor the key's name, tenant and id, or the command line
   * @param subject what it was done to; never a secret, never a candidate's text
   * @param status what an HTTP request was answered; null where it was none
   */
  public record Event(
      long id, Instant at, String actor, String action, String subject, Integer status) {}

  static void add(
      Connection c, Instant at, String actor, String action, String subject, Integer status)
      throws SQLException {
    Sql.update(c, INSERT, Timestamp.from(at), actor, action, subject, status);
  }

  public static void add(DataSource database, Event event) {
    Viewers.asServer(
        () ->
            Sql.transaction(
                database,
                c -> {
                  add(
                      c,
                      event.at(),
                      event.actor(),
                      event.action(),
                      event.subject(),
                      event.status());
                  return event;
                }));
  }

  /** Newest first. */
  public static List<Event> page(DataSource database, long before, int limit) {
    return Viewers.asServer(
        () ->
            Sql.transaction(
                database,
                c ->
                    Sql.list(
                        c,
                        PAGE,
                        row ->
                            new Event(
                                row.getLong(1),
                                row.getTimestamp(2).toInstant(),
                                row.getString(3),
                                row.getString(4),
                                row.getString(5),
                                row.getObject(6, Integer.class)),
                        before,
                        limit)));
  }
}
