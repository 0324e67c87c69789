package dev.whetstone.rollout.trajectory;

import dev.whetstone.rollout.Sql;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/** The rows between environments and their trainer, in plain SQL. */
@ApplicationScoped
class TrajectoryTable {
  private static final String TRAINER =
      """
      SELECT wandb_group, wandb_project, batch_size, max_token_len, checkpoint_dir,
             save_checkpoint_interval, num_steps, step, started
      FROM trajectory_trainer
      """;
  private static final String GROUPS =
      "SELECT id, environment_id, sequences FROM trajectory_group WHERE state = ";

  /** What waits, in all. */
  record Waiting(long groups, long characters) {}

  Optional<Trainer> trainer(Connection connection) throws SQLException {
    return Sql.list(connection, TRAINER, TrajectoryTable::trainer).stream().findFirst();
  }

  /** Locked until the transaction ends: groups are taken in and handed out one after another. */
  Optional<Trainer> lock(Connection connection) throws SQLException {
    return Sql.list(connection, TRAINER + "FOR UPDATE", TrajectoryTable::trainer).stream()
        .findFirst();
  }

  /** Changes nothing where one is registered. */
  void insert(Connection connection, Trainer trainer) throws SQLException {
    Sql.update(
        connection,
        """
        INSERT INTO trajectory_trainer
          (id, wandb_group, wandb_project, batch_size, max_token_len, checkpoint_dir,
           save_checkpoint_interval, num_steps, step)
        VALUES (1, ?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT DO NOTHING
        """,
        trainer.wandbGroup(),
        trainer.wandbProject(),
        trainer.batchSize(),
        trainer.maxTokenLen(),
        trainer.checkpointDir(),
        trainer.saveCheckpointInterval(),
        trainer.numSteps(),
        trainer.step());
  }

  void start(Connection connection) throws SQLException {
    Sql.update(connection, "UPDATE trajectory_trainer SET started = true WHERE NOT started");
  }

  List<Actor> actors(Connection connection) throws SQLException {
    return Sql.list(
        connection,
        """
        SELECT id, name, max_token_length, weight, group_size, min_batch_allocation, connected
        FROM trajectory_environment ORDER BY id
        """,
        TrajectoryTable::actor);
  }

  int countNamed(Connection connection, String desiredName) throws SQLException {
    return Sql.list(
            connection,
            "SELECT count(*) AS n FROM trajectory_environment WHERE desired_name = ?",
            row -> row.getInt("n"),
            desiredName)
        .getFirst();
  }

  void insert(Connection connection, Actor actor, String desiredName) throws SQLException {
    Sql.update(
        connection,
        """
        INSERT INTO trajectory_environment
          (id, desired_name, name, max_token_length, weight, group_size, min_batch_allocation)
        VALUES (?, ?, ?, ?, ?, ?, ?)
        """,
        actor.id(),
        desiredName,
        actor.name(),
        actor.maxTokenLength(),
        actor.weight(),
        actor.groupSize(),
        actor.minBatchAllocation().orElse(null));
  }

  boolean disconnect(Connection connection, int id) throws SQLException {
    return Sql.update(
            connection, "UPDATE trajectory_environment SET connected = false WHERE id = ?", id)
        > 0;
  }

  void resize(Connection connection, int id, int groupSize) throws SQLException {
    Sql.update(
        connection, "UPDATE trajectory_environment SET group_size = ? WHERE id = ?", groupSize, id);
  }

  Waiting waiting(Connection connection) throws SQLException {
    return Sql.list(
            connection,
            """
            SELECT count(*) AS n, coalesce(sum(characters), 0) AS characters FROM trajectory_group
            WHERE state <> 'SENT'
            """,
            row -> new Waiting(row.getLong("n"), row.getLong("characters")))
        .getFirst();
  }

  void insert(Connection connection, Sent group, boolean buffered) throws SQLException {
    Sql.update(
        connection,
        """
        INSERT INTO trajectory_group (place, environment_id, sequences, characters, state, data)
        VALUES (nextval('trajectory_place'), ?, ?, ?, ?, ?)
        """,
        group.actor(),
        group.sequences(),
        group.data().length(),
        buffered ? "BUFFERED" : "QUEUED",
        group.data());
  }

  List<Group> queue(Connection connection) throws SQLException {
    return Sql.list(connection, GROUPS + "'QUEUED' ORDER BY place", TrajectoryTable::group);
  }

  List<Group> buffer(Connection connection, int actor) throws SQLException {
    return Sql.list(
        connection,
        GROUPS + "'BUFFERED' AND environment_id = ? ORDER BY place",
        TrajectoryTable::group,
        actor);
  }

  void release(Connection connection, long id) throws SQLException {
    Sql.update(
        connection,
        "UPDATE trajectory_group SET state = 'QUEUED', place = nextval('trajectory_place')"
            + " WHERE id = ?",
        id);
  }

  /** Another batch, in this order. */
  void batch(Connection connection, Collection<Group> groups) throws SQLException {
    Sql.update(connection, "UPDATE trajectory_trainer SET batch = batch + 1, step = step + 1");
    for (Group group : groups)
      Sql.update(
          connection,
          """
          UPDATE trajectory_group
          SET state = 'BATCHED', place = nextval('trajectory_place'),
              batch = (SELECT batch FROM trajectory_trainer)
          WHERE id = ?
          """,
          group.id());
  }

  /** The groups of the first batch that was not sent; from now on it is. */
  List<Long> send(Connection connection) throws SQLException {
    forget(connection);
    return Sql.list(
        connection,
        """
        WITH sent AS (
          UPDATE trajectory_group SET state = 'SENT'
          WHERE state = 'BATCHED' AND batch =
            (SELECT min(batch) FROM trajectory_group WHERE state = 'BATCHED')
          RETURNING place, id)
        SELECT id FROM sent ORDER BY place
        """,
        row -> row.getLong("id"));
  }

  /** What was sent is kept until the next is asked for; the latest of all may be looked at. */
  private static void forget(Connection connection) throws SQLException {
    Sql.update(
        connection,
        """
        DELETE FROM trajectory_group
        WHERE state = 'SENT' AND id < (SELECT max(id) FROM trajectory_group
                                       WHERE state <> 'BUFFERED')
        """);
  }

  Optional<String> data(Connection connection, long id) throws SQLException {
    return Sql.list(
            connection,
            "SELECT data FROM trajectory_group WHERE id = ?",
            row -> row.getString("data"),
            id)
        .stream()
        .findFirst();
  }

  Optional<String> latest(Connection connection) throws SQLException {
    return Sql.list(
            connection,
            """
            SELECT data FROM trajectory_group WHERE state <> 'BUFFERED' ORDER BY id DESC LIMIT 1
            """,
            row -> row.getString("data"))
        .stream()
        .findFirst();
  }

  void clear(Connection connection) throws SQLException {
    for (String table : List.of("group", "environment", "trainer"))
      Sql.update(connection, "DELETE FROM trajectory_" + table);
  }

  private static Trainer trainer(ResultSet row) throws SQLException {
    return new Trainer(
        row.getString("wandb_group"),
        row.getString("wandb_project"),
        row.getInt("batch_size"),
        row.getInt("max_token_len"),
        row.getString("checkpoint_dir"),
        row.getInt("save_checkpoint_interval"),
        row.getInt("num_steps"),
        row.getInt("step"),
        row.getBoolean("started"));
  }

  private static Actor actor(ResultSet row) throws SQLException {
    return new Actor(
        row.getInt("id"),
        row.getString("name"),
        row.getInt("max_token_length"),
        row.getDouble("weight"),
        row.getInt("group_size"),
        Optional.ofNullable(row.getObject("min_batch_allocation", Double.class)),
        row.getBoolean("connected"));
  }

  private static Group group(ResultSet row) throws SQLException {
    return new Group(
        row.getLong("id"), row.getObject("environment_id", Integer.class), row.getInt("sequences"));
  }
}
