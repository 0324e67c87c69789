package dev.whetstone.benchmark.review;

import dev.whetstone.benchmark.label.Labelled;
import dev.whetstone.model.Derivation;
import dev.whetstone.rollout.Sql;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.UUID;

/** The rows of {@code review_item}. */
final class ItemTable {
  private static final String PROPOSE =
      """
      INSERT INTO review_item (id, key, source, state, problem, steps, final_answer_correct, generator,
        licence, split, label, value, twice, created_at)
      VALUES (gen_random_uuid(), ?, ?, 'WAITING', ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
      ON CONFLICT (key) DO NOTHING
      """;

  private static final String DRAWN =
      """
      UPDATE review_item SET state = 'OPEN', draw_id = ?, inclusion = ?, twice = twice OR ?
      WHERE key = ? AND state = 'WAITING'
      """;

  private static final String DECIDED =
      """
      UPDATE review_item SET state = 'DONE', first_error = ?, score = ?, decided_at = ?
      WHERE id = ?
      """;

  /** The same ones each time, half of them with an error. */
  private static final String GOLD =
      """
      INSERT INTO review_item (id, key, source, state, problem, steps, final_answer_correct, generator,
        licence, split, value, twice, first_error, created_at)
      SELECT gen_random_uuid(), 'gold/' || md5(set_name || '/' || id), 'GOLD', 'GOLD', problem, steps,
        final_answer_correct, generator, licence, split, 0, false,
        nullif(position('-' IN labels), 0) - 1, ?
      FROM (
        SELECT *, row_number() OVER (PARTITION BY position('-' IN labels) > 0
                                     ORDER BY md5(set_name || '/' || id)) AS n
        FROM labelled_solution WHERE set_name = ANY (?) AND scope = 'SOLUTION') AS known
      WHERE n <= ?
      ON CONFLICT (key) DO NOTHING
      """;

  /** A row, with what its label is made of. */
  record Item(UUID id, Source source, ReviewState state, Proposal what, OptionalInt firstError) {
    int raters() {
      return what.twice() ? 2 : 1;
    }

    List<String> steps() {
      return what.solution().steps();
    }
  }

  /** What waits for a draw. */
  record Waiting(String key, Source source, double value) {}

  private ItemTable() {}

  /** Whether it is new. */
  static boolean propose(
      Connection connection, Proposal proposal, Source source, Value value, Instant now)
      throws SQLException {
    return Sql.update(
            connection,
            PROPOSE,
            proposal.key(),
            source.name(),
            proposal.solution().problem(),
            proposal.solution().steps().toArray(String[]::new),
            proposal.finalAnswerCorrect().orElse(null),
            proposal.generator(),
            proposal.licence(),
            proposal.split().name(),
            value.label(),
            value.value(),
            proposal.twice(),
            Timestamp.from(now))
        == 1;
  }

  static List<Waiting> waiting(Connection connection) throws SQLException {
    return Sql.list(
        connection,
        "SELECT key, source, value FROM review_item WHERE state = 'WAITING' ORDER BY key",
        row -> new Waiting(row.getString(1), Source.valueOf(row.getString(2)), row.getDouble(3)));
  }

  static void open(Connection connection, String key, long draw, double inclusion, boolean twice)
      throws SQLException {
    Sql.update(connection, DRAWN, draw, inclusion, twice, key);
  }

  /** Those that were in the draw's frame, and were not drawn. */
  static void pass(Connection connection, long draw, List<String> keys) throws SQLException {
    Sql.update(
        connection,
        "UPDATE review_item SET state = 'PASSED', draw_id = ? WHERE state = 'WAITING' AND key = ANY"
            + " (?)",
        draw,
        keys.toArray(String[]::new));
  }

  static Optional<Item> find(Connection connection, UUID id) throws SQLException {
    return Sql.list(connection, "SELECT * FROM review_item WHERE id = ?", ItemTable::item, id)
        .stream()
        .findFirst();
  }

  static void decide(Connection connection, UUID id, Answer answer, Instant now)
      throws SQLException {
    Integer step = answer.firstError().isPresent() ? answer.firstError().getAsInt() : null;
    Sql.update(connection, DECIDED, step, answer.score(), Timestamp.from(now), id);
  }

  static void askTwo(Connection connection, UUID id) throws SQLException {
    Sql.update(connection, "UPDATE review_item SET twice = true WHERE id = ?", id);
  }

  static void move(Connection connection, UUID id, ReviewState state) throws SQLException {
    Sql.update(connection, "UPDATE review_item SET state = ? WHERE id = ?", state.name(), id);
  }

  static int takeGold(Connection connection, List<String> sets, int each, Instant now)
      throws SQLException {
    return Sql.update(connection, GOLD, Timestamp.from(now), sets.toArray(String[]::new), each);
  }

  static Item item(ResultSet row) throws SQLException {
    return new Item(
        row.getObject("id", UUID.class),
        Source.valueOf(row.getString("source")),
        ReviewState.valueOf(row.getString("state")),
        proposal(row),
        Vote.firstError(row));
  }

  private static Proposal proposal(ResultSet row) throws SQLException {
    return new Proposal(
        row.getString("key"),
        Labelled.Split.valueOf(row.getString("split")),
        new Derivation(
            row.getString("problem"), List.of((String[]) row.getArray("steps").getArray())),
        Optional.ofNullable(row.getObject("final_answer_correct", Boolean.class)),
        row.getString("generator"),
        row.getString("licence"),
        row.getBoolean("twice"));
  }
}
