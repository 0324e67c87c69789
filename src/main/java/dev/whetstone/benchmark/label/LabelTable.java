package dev.whetstone.benchmark.label;

import dev.whetstone.benchmark.label.Labelled.Provenance;
import dev.whetstone.benchmark.label.Labelled.Split;
import dev.whetstone.benchmark.label.Truth.Scope;
import dev.whetstone.model.Derivation;
import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;

/** Writes and reads the rows of {@code labelled_solution}. */
final class LabelTable {
  /** Not VALUES: the driver would make one statement of a batch, and not count each row. */
  private static final String SAVE =
      """
      INSERT INTO labelled_solution (set_name, id, split, problem, steps, labels, scope,
        final_answer_correct, generator, label_source, licence, content_hash, confidence)
      SELECT ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?
      ON CONFLICT (set_name, id) DO NOTHING
      """;

  private static final String HASHES =
      "SELECT id, content_hash FROM labelled_solution WHERE set_name = ? AND id = ANY (?)";

  /** What became of a solution. */
  enum Saved {
    ADDED,
    THERE,
    ID_TAKEN
  }

  private LabelTable() {}

  /** One for each, in their order; all are of one set. */
  static List<Saved> save(Connection connection, List<Labelled> all) throws SQLException {
    if (all.isEmpty()) return List.of();
    int[] counts = insert(connection, all);
    List<Labelled> known = new ArrayList<>();
    for (int i = 0; i < counts.length; i++) if (counts[i] == 0) known.add(all.get(i));
    Map<String, byte[]> hashes = known.isEmpty() ? Map.of() : hashes(connection, known);
    List<Saved> saved = new ArrayList<>();
    for (int i = 0; i < counts.length; i++)
      saved.add(counts[i] > 0 ? Saved.ADDED : compared(all.get(i), hashes));
    return saved;
  }

  private static Saved compared(Labelled labelled, Map<String, byte[]> hashes) {
    return Arrays.equals(labelled.contentHash(), hashes.get(labelled.id()))
        ? Saved.THERE
        : Saved.ID_TAKEN;
  }

  private static int[] insert(Connection connection, List<Labelled> all) throws SQLException {
    try (PreparedStatement row = connection.prepareStatement(SAVE)) {
      for (Labelled labelled : all) {
        fill(row, labelled);
        row.addBatch();
      }
      return row.executeBatch();
    }
  }

  private static void fill(PreparedStatement row, Labelled labelled) throws SQLException {
    row.setString(1, labelled.set());
    row.setString(2, labelled.id());
    row.setString(3, labelled.split().name());
    row.setString(4, labelled.solution().problem());
    row.setArray(5, texts(row, labelled.solution().steps()));
    row.setString(6, labelled.truth().signs());
    row.setString(7, labelled.truth().scope().name());
    row.setObject(8, labelled.finalAnswerCorrect().orElse(null), Types.BOOLEAN);
    row.setString(9, labelled.provenance().generator());
    row.setString(10, labelled.provenance().labelSource());
    row.setString(11, labelled.provenance().licence());
    row.setBytes(12, labelled.contentHash());
    row.setDouble(13, labelled.confidence());
  }

  /**
   * @param shared gives the text to keep for an equal one
   */
  static Labelled read(ResultSet row, UnaryOperator<String> shared) throws SQLException {
    List<String> steps = LabelSet.texts(row.getArray("steps")).stream().map(shared).toList();
    Boolean answered = row.getObject("final_answer_correct", Boolean.class);
    return new Labelled(
        row.getString("set_name"),
        row.getString("id"),
        Split.valueOf(row.getString("split")),
        new Derivation(shared.apply(row.getString("problem")), steps),
        Truth.ofSigns(row.getString("labels"), Scope.valueOf(row.getString("scope"))),
        Optional.ofNullable(answered),
        new Provenance(
            shared.apply(row.getString("generator")),
            shared.apply(row.getString("label_source")),
            shared.apply(row.getString("licence"))),
        row.getDouble("confidence"));
  }

  static int update(Connection connection, String sql, Object... values) throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(sql)) {
      for (int i = 0; i < values.length; i++) statement.setObject(i + 1, values[i]);
      return statement.executeUpdate();
    }
  }

  private static Map<String, byte[]> hashes(Connection connection, List<Labelled> known)
      throws SQLException {
    Map<String, byte[]> hashes = new HashMap<>();
    try (PreparedStatement statement = connection.prepareStatement(HASHES)) {
      statement.setString(1, known.getFirst().set());
      statement.setArray(2, texts(statement, known.stream().map(Labelled::id).toList()));
      ResultSet rows = statement.executeQuery();
      while (rows.next()) hashes.put(rows.getString(1), rows.getBytes(2));
    }
    return hashes;
  }

  private static Array texts(PreparedStatement statement, List<String> texts) throws SQLException {
    return statement.getConnection().createArrayOf("text", texts.toArray());
  }
}
