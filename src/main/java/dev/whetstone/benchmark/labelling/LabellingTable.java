package dev.whetstone.benchmark.labelling;

import dev.whetstone.benchmark.RequestTable;
import dev.whetstone.model.Derivation;
import dev.whetstone.rollout.Sql;
import dev.whetstone.verify.labelling.Label;
import dev.whetstone.verify.labelling.Label.Discarded;
import dev.whetstone.verify.labelling.Label.Human;
import dev.whetstone.verify.labelling.Label.Labelled;
import dev.whetstone.verify.labelling.Rule;
import dev.whetstone.verify.proof.Score;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.UUID;

/** The rows of {@code labelling}; times of leases are the database's, the same for all servers. */
final class LabellingTable {
  private static final String IN = "now() + ? * interval '1 microsecond'";
  private static final String READ =
      """
      SELECT l.*, (SELECT count(*) FROM labelling_entry e WHERE e.labelling_id = l.id) AS calls
      FROM labelling l
      """;
  private static final String CLAIM =
      """
      UPDATE labelling SET holder = ?, due_at = %s WHERE id = (
        SELECT id FROM labelling WHERE state = 'OPEN' AND due_at <= now()
        ORDER BY due_at LIMIT 1 FOR UPDATE SKIP LOCKED)
      RETURNING *
      """
          .formatted(IN);

  static final RequestTable REQUESTS = new RequestTable("labelling", READ, "state");

  private LabellingTable() {}

  /** Whether it is new; no key is like another. */
  static boolean insert(
      Connection c, UUID id, Optional<String> key, Submission what, String rule, Instant now)
      throws SQLException {
    return 1
        == Sql.update(
            c,
            """
            INSERT INTO labelling (id, request_key, content_hash, problem, steps, generator, licence,
                                   rule, state, due_at, created_at)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?, 'OPEN', now(), ?) ON CONFLICT (tenant, request_key) DO NOTHING
            """,
            id,
            key.orElse(null),
            what.contentHash(),
            what.proof().problem(),
            what.proof().steps().toArray(String[]::new),
            what.generator(),
            what.licence(),
            rule,
            Timestamp.from(now));
  }

  /** Takes the proof that waits longest, and that nobody else takes at this moment. */
  static Optional<Claim> claim(Connection c, UUID holder, Duration lease) throws SQLException {
    return Sql.list(c, CLAIM, row -> claim(c, row), holder, micros(lease)).stream().findFirst();
  }

  private static Claim claim(Connection c, ResultSet row) throws SQLException {
    UUID id = row.getObject("id", UUID.class);
    return new Claim(
        id,
        row.getObject("holder", UUID.class),
        submission(row),
        row.getString("rule"),
        EntryTable.list(c, id));
  }

  /** A sign of life for those that these holders still have in hand. */
  static void renew(Connection c, Map<UUID, UUID> held, Duration lease) throws SQLException {
    Object ids = held.values().toArray(UUID[]::new);
    Object holders = held.keySet().toArray(UUID[]::new);
    Sql.update(
        c,
        "UPDATE labelling SET due_at = " + IN + " WHERE id = ANY (?) AND holder = ANY (?)",
        micros(lease),
        ids,
        holders);
  }

  /** Whether the proof is still in hand; nobody else takes it before this transaction ends. */
  static boolean holds(Connection c, Claim claim) throws SQLException {
    String sql = "SELECT 1 FROM labelling WHERE id = ? AND holder = ? FOR UPDATE";
    return !Sql.list(c, sql, row -> row.getInt(1), claim.id(), claim.holder()).isEmpty();
  }

  /** Lays the proof down for a while. */
  static void rest(Connection c, Claim claim, Duration rest) throws SQLException {
    Sql.update(
        c,
        "UPDATE labelling SET holder = NULL, due_at = " + IN + " WHERE id = ? AND holder = ?",
        micros(rest),
        claim.id(),
        claim.holder());
  }

  /** Ends a labelling that is in hand. */
  static void end(Connection c, Claim claim, Label label, OptionalInt firstError, Instant now)
      throws SQLException {
    Sql.update(
        c,
        """
        UPDATE labelling SET holder = NULL, state = ?, score = ?, reason = ?, first_error = ?,
                             ended_at = ?
        WHERE id = ? AND holder = ?
        """,
        state(label).name(),
        label instanceof Labelled(Score score) ? score.value() : null,
        reason(label),
        firstError.isPresent() ? firstError.getAsInt() : null,
        Timestamp.from(now),
        claim.id(),
        claim.holder());
  }

  private static LabellingState state(Label label) {
    return switch (label) {
      case Labelled labelled -> LabellingState.LABELLED;
      case Discarded discarded -> LabellingState.DISCARDED;
      case Human human -> LabellingState.HUMAN;
    };
  }

  private static String reason(Label label) {
    return switch (label) {
      case Labelled labelled -> null;
      case Discarded(Label.Why why) -> why.name();
      case Human(Label.Why why) -> why.name();
    };
  }

  static Optional<ProofLabelling> find(Connection c, UUID id) throws SQLException {
    return Sql.list(c, READ + "WHERE id = ?", LabellingTable::view, id).stream().findFirst();
  }

  /** The mean verification score of one that ended. */
  static void saveMean(Connection c, UUID id, Optional<Double> mean) throws SQLException {
    Sql.update(c, "UPDATE labelling SET mean = ? WHERE id = ?", mean.orElse(null), id);
  }

  static Rule rule(Connection c, UUID id) throws SQLException {
    return Sql.list(
            c, "SELECT rule FROM labelling WHERE id = ?", row -> Rules.read(row.getString(1)), id)
        .getFirst();
  }

  /** The newest first; of one state, or of all. */
  static List<ProofLabelling> page(Connection c, Optional<LabellingState> state, int from, int size)
      throws SQLException {
    return REQUESTS.page(c, state.map(Enum::name), from, size, row -> view(row).headline());
  }

  private static Submission submission(ResultSet row) throws SQLException {
    List<String> steps = List.of((String[]) row.getArray("steps").getArray());
    return new Submission(
        new Derivation(row.getString("problem"), steps),
        row.getString("generator"),
        row.getString("licence"));
  }

  private static ProofLabelling view(ResultSet row) throws SQLException {
    Submission what = submission(row);
    String reason = row.getString("reason");
    Timestamp ended = row.getTimestamp("ended_at");
    return new ProofLabelling(
        row.getObject("id", UUID.class),
        LabellingState.valueOf(row.getString("state")),
        row.getObject("score", Double.class),
        reason == null ? null : reason.toLowerCase(Locale.ROOT),
        row.getObject("posterior", Double.class),
        row.getObject("first_error", Integer.class),
        Rules.name(row.getString("rule")),
        row.getInt("calls"),
        what.generator(),
        what.licence(),
        row.getTimestamp("created_at").toInstant(),
        ended == null ? null : ended.toInstant(),
        what.proof().problem(),
        what.proof().steps(),
        null);
  }

  private static long micros(Duration duration) {
    return duration.toNanos() / 1_000;
  }
}
