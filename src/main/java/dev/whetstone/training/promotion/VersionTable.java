package dev.whetstone.training.promotion;

import dev.whetstone.rollout.Sql;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;

/** The rows of {@code verifier_version} and {@code verifier_event}. */
final class VersionTable {
  /** Of our advisory locks for changes of one verifier's record. */
  private static final int LOCK_CLASS = 0x57_48_01;

  private static final String SET =
      """
      INSERT INTO verifier_version (verifier, version, state, since) VALUES (?, ?, ?, ?)
      ON CONFLICT (verifier, version) DO UPDATE SET state = excluded.state, since = excluded.since
      """;

  private static final String TELL =
      """
      INSERT INTO verifier_event (verifier, version, state, at, decided_by, reason, reports, decision)
      VALUES (?, ?, ?, ?, ?, ?, ?, ?::jsonb)
      """;

  /** By the record itself: the clocks of those who wrote it need not agree. */
  private static final String STATES =
      """
      SELECT v.version, v.state
      FROM verifier_version v JOIN verifier_event e USING (verifier, version, state)
      WHERE verifier = ?
      GROUP BY v.verifier, v.version
      ORDER BY CASE v.state WHEN 'CANDIDATE' THEN min(e.id) ELSE max(e.id) END
      """;

  private static final String TOLD =
      """
      SELECT count(*) FROM verifier_event
      WHERE verifier = ? AND version = ? AND state = 'CANDIDATE' AND decided_by = ?
      """;

  private static final String SERVES_BY =
      """
      SELECT decided_by FROM verifier_event
      WHERE verifier = ? AND version = ? AND state = 'SERVING' ORDER BY id DESC LIMIT 1
      """;

  private VersionTable() {}

  /** Until the transaction ends nobody else changes this verifier's record. */
  static void lock(Connection connection, String verifier) throws SQLException {
    Sql.list(
        connection,
        "SELECT pg_advisory_xact_lock(?, hashtext(?))",
        row -> verifier,
        LOCK_CLASS,
        verifier);
  }

  /** In the order in which they came to their states. */
  static Map<String, State> states(Connection connection, String verifier) throws SQLException {
    Map<String, State> states = new LinkedHashMap<>();
    Sql.list(
        connection,
        STATES,
        row -> states.put(row.getString(1), State.valueOf(row.getString(2))),
        verifier);
    return states;
  }

  static Optional<String> serving(Map<String, State> states) {
    return inState(states, State.SERVING).stream().findFirst();
  }

  static List<String> inState(Map<String, State> states, State state) {
    return states.entrySet().stream()
        .filter(version -> version.getValue() == state)
        .map(Map.Entry::getKey)
        .toList();
  }

  static void set(Connection connection, String verifier, String version, Event event)
      throws SQLException {
    Timestamp at = Timestamp.from(event.at());
    Sql.update(connection, SET, verifier, version, event.state().name(), at);
    tell(connection, verifier, version, event);
  }

  static void tell(Connection connection, String verifier, String version, Event event)
      throws SQLException {
    Sql.update(
        connection,
        TELL,
        verifier,
        version,
        event.state().name(),
        Timestamp.from(event.at()),
        event.decidedBy(),
        event.reason(),
        event.reports().toArray(UUID[]::new),
        DecisionJson.write(event.decision()));
  }

  static List<String> verifiers(Connection connection) throws SQLException {
    return Sql.list(
        connection,
        "SELECT DISTINCT verifier FROM verifier_version ORDER BY verifier",
        row -> row.getString(1));
  }

  /** How often somebody told something of a candidate. */
  static long told(Connection connection, String verifier, String version, String by)
      throws SQLException {
    return Sql.list(connection, TOLD, row -> row.getLong(1), verifier, version, by).getFirst();
  }

  /** Who let a version serve the last time; empty where it never did. */
  static Optional<String> servesBy(Connection connection, String verifier, String version)
      throws SQLException {
    return Sql.list(connection, SERVES_BY, row -> row.getString(1), verifier, version).stream()
        .findFirst();
  }

  /** In the order in which they were first seen. */
  static List<Version> versions(Connection connection, String verifier) throws SQLException {
    Map<String, List<Told>> events =
        Sql.list(
                connection,
                "SELECT * FROM verifier_event WHERE verifier = ? ORDER BY id",
                VersionTable::told,
                verifier)
            .stream()
            .collect(Collectors.groupingBy(Told::version, LinkedHashMap::new, Collectors.toList()));
    Map<String, Version> versions = new LinkedHashMap<>();
    Sql.list(
        connection,
        "SELECT version, state, since FROM verifier_version WHERE verifier = ?",
        row ->
            versions.put(
                row.getString(1),
                new Version(
                    row.getString(1),
                    State.valueOf(row.getString(2)),
                    row.getTimestamp(3).toInstant(),
                    events.getOrDefault(row.getString(1), List.of()).stream()
                        .map(Told::event)
                        .toList())),
        verifier);
    return events.keySet().stream().map(versions::get).toList();
  }

  private record Told(String version, Event event) {}

  private static Told told(ResultSet row) throws SQLException {
    return new Told(
        row.getString("version"),
        new Event(
            State.valueOf(row.getString("state")),
            row.getTimestamp("at").toInstant(),
            row.getString("decided_by"),
            row.getString("reason"),
            List.of((UUID[]) row.getArray("reports").getArray()),
            DecisionJson.read(row.getString("decision"))));
  }
}
