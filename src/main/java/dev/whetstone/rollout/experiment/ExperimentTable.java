package dev.whetstone.rollout.experiment;

import dev.whetstone.curriculum.ControlRange;
import dev.whetstone.curriculum.FamilyRange;
import dev.whetstone.rollout.Sql;
import dev.whetstone.task.Control;
import dev.whetstone.task.TaskFamily;
import dev.whetstone.task.family.Families;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;

/** The rows of experiments, in plain SQL. */
@ApplicationScoped
class ExperimentTable {
  private static final String READ =
      """
      SELECT id, name, size, seed, salt, versions FROM experiment WHERE name = ?
      """;
  private static final String THERE =
      """
      EXISTS (SELECT FROM experiment_dataset WHERE experiment_id = experiment.id AND current)
      """;
  private static final String DATASETS =
      """
      SELECT version, name, weight, config, levels, family_version, salt FROM experiment_dataset
      WHERE experiment_id = ?
      """;

  /** An experiment without its datasets. */
  record Row(UUID id, String name, int size, Optional<Long> seed, String salt, int versions) {}

  List<String> names(Connection connection) throws SQLException {
    return Sql.list(
        connection,
        "SELECT name FROM experiment WHERE " + THERE + " ORDER BY created_at, id",
        row -> row.getString("name"));
  }

  Optional<Row> find(Connection connection, String name) throws SQLException {
    return Sql.list(connection, READ + " AND " + THERE, ExperimentTable::row, name).stream()
        .findFirst();
  }

  /**
   * Also one that was deleted. Until the transaction ends nobody else changes any: versions are
   * given one after another, and two that create one name do not both find none.
   */
  Optional<Row> lock(Connection connection, String name) throws SQLException {
    Sql.update(connection, "LOCK TABLE experiment IN SHARE ROW EXCLUSIVE MODE");
    return Sql.list(connection, READ, ExperimentTable::row, name).stream().findFirst();
  }

  List<Dataset> current(Connection connection, UUID id) throws SQLException {
    return Sql.list(
        connection, DATASETS + "AND current ORDER BY position", ExperimentTable::dataset, id);
  }

  List<Dataset> versions(Connection connection, UUID id, Integer... versions) throws SQLException {
    return Sql.list(
        connection,
        DATASETS + "AND version = ANY(?)",
        ExperimentTable::dataset,
        id,
        (Object) versions);
  }

  void save(Connection connection, Row row, Timestamp now) throws SQLException {
    Sql.update(
        connection,
        """
        INSERT INTO experiment (id, name, size, seed, salt, versions, created_at)
        VALUES (?, ?, ?, ?, ?, ?, ?)
        ON CONFLICT (id) DO UPDATE
        SET size = excluded.size, seed = excluded.seed, salt = excluded.salt,
            versions = excluded.versions
        """,
        row.id(),
        row.name(),
        row.size(),
        row.seed().orElse(null),
        row.salt(),
        row.versions(),
        now);
  }

  void retire(Connection connection, UUID id) throws SQLException {
    Sql.update(
        connection,
        "UPDATE experiment_dataset SET current = false WHERE experiment_id = ? AND current",
        id);
  }

  void save(Connection connection, UUID id, int position, Dataset dataset) throws SQLException {
    Sql.update(
        connection,
        """
        INSERT INTO experiment_dataset
          (experiment_id, version, position, name, weight, config, levels, family_version, salt,
           current)
        VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, true)
        """,
        id,
        dataset.version(),
        position,
        dataset.name(),
        dataset.range().weight(),
        dataset.config(),
        levels(dataset.range()),
        dataset.familyVersion(),
        dataset.salt());
  }

  /** The position at which it stood. */
  int retire(Connection connection, UUID id, int version) throws SQLException {
    return Sql.list(
            connection,
            """
            UPDATE experiment_dataset SET current = false
            WHERE experiment_id = ? AND version = ? RETURNING position
            """,
            row -> row.getInt("position"),
            id,
            version)
        .getFirst();
  }

  void forget(Connection connection, UUID id, int upTo) throws SQLException {
    Sql.update(
        connection,
        "DELETE FROM experiment_dataset WHERE experiment_id = ? AND version <= ? AND NOT current",
        id,
        upTo);
  }

  /** Its row stays, for the versions to go on from. */
  boolean delete(Connection connection, UUID id) throws SQLException {
    return Sql.update(connection, "DELETE FROM experiment_dataset WHERE experiment_id = ?", id) > 0;
  }

  /** All deleted ones but so many. */
  void forgetDeleted(Connection connection, int kept) throws SQLException {
    Sql.update(
        connection,
        "DELETE FROM experiment WHERE id IN (SELECT id FROM experiment WHERE NOT "
            + THERE
            + " ORDER BY created_at DESC, id OFFSET ?)",
        kept);
  }

  private static Row row(ResultSet row) throws SQLException {
    return new Row(
        row.getObject("id", UUID.class),
        row.getString("name"),
        row.getInt("size"),
        Optional.ofNullable(row.getObject("seed", Long.class)),
        row.getString("salt"),
        row.getInt("versions"));
  }

  private static Dataset dataset(ResultSet row) throws SQLException {
    return new Dataset(
        row.getInt("version"),
        range(row.getString("name"), row.getString("levels"), row.getDouble("weight")),
        row.getString("config"),
        row.getString("family_version"),
        row.getString("salt"));
  }

  private static String levels(FamilyRange range) {
    return range.controls().stream()
        .map(r -> r.control().name() + "=" + r.lowest() + "-" + r.highest())
        .collect(Collectors.joining(","));
  }

  /** Without its controls where the family, or a level of it, is gone: it is out of date then. */
  private static FamilyRange range(String name, String levels, double weight) {
    List<ControlRange> ranges = new ArrayList<>();
    for (Control control : Families.named(name).map(TaskFamily::controls).orElse(List.of()))
      range(control, levels).ifPresent(ranges::add);
    return new FamilyRange(name, ranges, weight);
  }

  private static Optional<ControlRange> range(Control control, String levels) {
    for (String part : levels.split(",", -1))
      if (part.startsWith(control.name() + "=")) {
        String[] ends = part.substring(control.name().length() + 1).split("-", -1);
        int lowest = Integer.parseInt(ends[0]);
        int highest = Integer.parseInt(ends[1]);
        if (highest <= control.top())
          return Optional.of(new ControlRange(control, lowest, highest, lowest));
      }
    return Optional.empty();
  }
}
