package dev.whetstone.benchmark.labelling;

import dev.whetstone.rollout.Sql;
import dev.whetstone.verify.labelling.Ledger;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.util.List;
import java.util.Locale;
import java.util.UUID;

/** The rows of {@code labelling_entry}. */
final class EntryTable {
  private EntryTable() {}

  static void insert(Connection c, UUID labelling, Call call) throws SQLException {
    Sql.update(
        c,
        """
        INSERT INTO labelling_entry (labelling_id, position, kind, score, analysis, confirms,
                                     failure, asked, made_at)
        VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)
        """,
        labelling,
        call.position(),
        call.kind().toUpperCase(Locale.ROOT),
        call.score(),
        call.analysis(),
        call.confirms(),
        call.failure(),
        call.asked(),
        Timestamp.from(call.madeAt()));
  }

  /** In their order. */
  static List<Call> list(Connection c, UUID labelling) throws SQLException {
    return Sql.list(
        c,
        "SELECT * FROM labelling_entry WHERE labelling_id = ? ORDER BY position",
        EntryTable::call,
        labelling);
  }

  static Ledger ledger(Connection c, UUID labelling) throws SQLException {
    return new Ledger(list(c, labelling).stream().map(Call::entry).toList());
  }

  private static Call call(ResultSet row) throws SQLException {
    return new Call(
        row.getInt("position"),
        row.getString("kind").toLowerCase(Locale.ROOT),
        row.getObject("score", Double.class),
        row.getString("analysis"),
        row.getObject("confirms", Boolean.class),
        row.getString("failure"),
        row.getString("asked"),
        row.getTimestamp("made_at").toInstant());
  }
}
