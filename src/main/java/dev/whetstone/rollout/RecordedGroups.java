package dev.whetstone.rollout;

import dev.whetstone.task.Grade;
import dev.whetstone.task.Identity;
import dev.whetstone.task.Levels;
import dev.whetstone.task.Split;
import dev.whetstone.task.Task;
import dev.whetstone.task.TaskFamily;
import dev.whetstone.task.family.Families;
import dev.whetstone.verify.StepVerdict;
import java.io.IOException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import javax.sql.DataSource;

/** The outcomes of a run, task by task in the order in which they were handed out. */
public final class RecordedGroups {
  private static final int FETCHED_AT_ONCE = 200;

  private static final String COLUMNS =
      """
      SELECT x.id, x.offer_id, x.place, x.family, x.family_version, x.levels, x.split, x.salt,
             x.task_index, x.candidate, x.grade, x.reward, x.error_probability, x.verifier,
             x.formula, x.steps::text AS steps, x.received_at, o.question, o.task_index AS number
      """;

  private static final String ALL =
      COLUMNS
          + """
          FROM offer o JOIN outcome x ON x.offer_id = o.id WHERE o.run_id = ?
          ORDER BY o.task_index, x.place
          """;

  /** The number of rows stands in it, since a planner that does not know it reads all offers. */
  private static final String NEXT =
      COLUMNS
          + """
          FROM (SELECT * FROM offer WHERE run_id = ? AND task_index > ? AND taken > 0
                ORDER BY task_index LIMIT 8) o JOIN outcome x ON x.offer_id = o.id
          ORDER BY o.task_index, x.place
          """;

  /**
   * A task with what was answered to it.
   *
   * @param question empty where the family is another version by now, or the task is played in
   *     turns: then no single text was asked
   */
  public record Group(
      TaskHandle task,
      String family,
      String version,
      Levels levels,
      Split split,
      long number,
      Optional<String> question,
      List<Answered> answers) {}

  /**
   * One judged candidate.
   *
   * @param candidate while its text is kept
   */
  public record Answered(
      long id,
      int place,
      Optional<String> candidate,
      Grade grade,
      double reward,
      double errorProbability,
      String verifier,
      String formula,
      Optional<StepVerdict> steps,
      Instant receivedAt) {}

  /** What is done with each group. */
  @FunctionalInterface
  public interface Reader {
    void read(Group group) throws IOException;
  }

  private RecordedGroups() {}

  /** How many outcomes the run has. */
  public static long count(DataSource database, UUID run) {
    return Sql.transaction(
        database,
        connection ->
            Sql.list(
                    connection,
                    "SELECT count(*) FROM outcome WHERE run_id = ?",
                    row -> row.getLong(1),
                    run)
                .getFirst());
  }

  /** All of them, as of one moment and in bounded memory. */
  public static void forEach(DataSource database, UUID run, Reader reader)
      throws IOException, SQLException {
    try (Connection connection = database.getConnection()) {
      connection.setAutoCommit(false); // else all rows would be fetched at once
      try (PreparedStatement statement = connection.prepareStatement(ALL)) {
        statement.setFetchSize(FETCHED_AT_ONCE);
        Sql.fill(statement, run);
        read(statement.executeQuery(), reader);
      }
      connection.rollback();
    }
  }

  /**
   * The next few, so that no connection is held while somebody reads slowly.
   *
   * @param number the last task that was read; -1 before the first
   */
  public static List<Group> after(DataSource database, UUID run, long number) {
    return Sql.transaction(
        database,
        connection -> {
          List<Group> groups = new ArrayList<>();
          try (PreparedStatement statement = connection.prepareStatement(NEXT)) {
            Sql.fill(statement, run, number);
            read(statement.executeQuery(), groups::add);
          } catch (IOException e) {
            throw new IllegalStateException("a list takes everything", e);
          }
          return groups;
        });
  }

  private static void read(ResultSet rows, Reader reader) throws IOException, SQLException {
    Optional<Group> open = Optional.empty();
    while (rows.next()) {
      UUID offer = rows.getObject("offer_id", UUID.class);
      if (open.isEmpty() || !open.get().task().id().equals(offer)) {
        if (open.isPresent()) reader.read(open.get());
        open = Optional.of(group(rows));
      }
      open.get().answers().add(answered(rows));
    }
    if (open.isPresent()) reader.read(open.get());
  }

  private static Group group(ResultSet row) throws SQLException {
    String name = row.getString("family");
    String version = row.getString("family_version");
    TaskFamily family =
        Families.named(name)
            .orElseThrow(() -> new IllegalStateException("there is no family " + name));
    Levels levels = Levels.parse(family.controls(), row.getString("levels"));
    Split split = Split.valueOf(row.getString("split"));
    Identity identity =
        new Identity(
            name, version, levels, split, row.getString("salt"), row.getLong("task_index"));
    return new Group(
        new TaskHandle(row.getObject("offer_id", UUID.class), version),
        name,
        version,
        levels,
        split,
        row.getLong("number"),
        Optional.ofNullable(row.getString("question")).or(() -> question(identity, family)),
        new ArrayList<>());
  }

  private static Optional<String> question(Identity identity, TaskFamily family) {
    if (!identity.version().equals(family.version())) return Optional.empty();
    Task task = identity.make(family);
    return task.game().isPresent() ? Optional.empty() : Optional.of(task.question());
  }

  private static Answered answered(ResultSet row) throws SQLException {
    return new Answered(
        row.getLong("id"),
        row.getInt("place"),
        Optional.ofNullable(row.getString("candidate")),
        Grade.valueOf(row.getString("grade")),
        row.getDouble("reward"),
        row.getDouble("error_probability"),
        row.getString("verifier"),
        row.getString("formula"),
        StepColumn.read(row.getString("steps")),
        row.getTimestamp("received_at").toInstant());
  }
}
