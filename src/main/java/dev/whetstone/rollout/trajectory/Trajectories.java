package dev.whetstone.rollout.trajectory;

import dev.whetstone.rollout.Overloaded;
import dev.whetstone.rollout.Sql;
import io.agroal.api.AgroalDataSource;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Takes scored groups in, and hands them out in batches; all of it outlives the server. */
@ApplicationScoped
public class Trajectories {
  /** Batches formed in one transaction. */
  private static final int AT_ONCE = 16;

  private final AgroalDataSource database;
  private final TrajectoryTable table;
  private final TrajectoryLimits limits;

  Trajectories(AgroalDataSource database, TrajectoryTable table, TrajectoryLimits limits) {
    this.database = database;
    this.table = table;
    this.limits = limits;
  }

  /** An environment that asks to send, and the trainer it sends to. */
  public record Registered(Actor actor, Trainer trainer) {}

  /**
   * What a new environment is to be.
   *
   * @param name to which a number is put
   */
  public record NewEnvironment(
      String name,
      int maxTokenLength,
      double weight,
      int groupSize,
      Optional<Double> minBatchAllocation) {}

  /**
   * What became of a group.
   *
   * @param buffered whether it is smaller or larger than its environment's groups, and waits
   * @param bufferSize sequences of its environment that wait so
   */
  public record Taken(boolean buffered, int bufferSize) {}

  /** The trainer, and how many groups it can fetch. */
  public record Status(Trainer trainer, int queueSize) {}

  /** One that is registered stays as it is, until all is cleared. */
  public void register(Trainer trainer) {
    Sql.transaction(
        database,
        connection -> {
          table.insert(connection, trainer);
          return trainer;
        });
  }

  public Optional<Trainer> trainer() {
    return Sql.transaction(database, table::trainer);
  }

  public Optional<Status> status() {
    return Sql.transaction(
        database,
        connection -> {
          int groups = table.queue(connection).size();
          return table.trainer(connection).map(trainer -> new Status(trainer, groups));
        });
  }

  /** Empty while no trainer has asked for a batch. */
  public Optional<Registered> register(NewEnvironment wanted) {
    return Sql.transaction(
        database,
        connection -> {
          Optional<Trainer> trainer = table.lock(connection).filter(Trainer::started);
          if (trainer.isEmpty()) return Optional.empty();
          int id = table.actors(connection).size();
          if (id >= limits.maxEnvironments())
            throw new Overloaded("there are " + id + " environments");
          String name = wanted.name() + "_" + table.countNamed(connection, wanted.name());
          Actor actor =
              new Actor(
                  id,
                  name,
                  wanted.maxTokenLength(),
                  wanted.weight(),
                  wanted.groupSize(),
                  wanted.minBatchAllocation(),
                  true);
          table.insert(connection, actor, wanted.name());
          return Optional.of(new Registered(actor, trainer.get()));
        });
  }

  /** Whether there is such an environment. */
  public boolean disconnect(int id) {
    return Sql.transaction(database, connection -> table.disconnect(connection, id));
  }

  /** Takes all of them in or none; empty where there is no trainer. */
  public Optional<List<Taken>> take(List<Sent> groups) {
    return Sql.transaction(
        database,
        connection -> {
          if (table.lock(connection).isEmpty()) return Optional.empty();
          requireRoom(connection, groups);
          List<Actor> actors = table.actors(connection);
          List<Taken> taken = new ArrayList<>();
          for (Sent group : groups) taken.add(take(connection, group, actors));
          return Optional.of(taken);
        });
  }

  private void requireRoom(Connection connection, List<Sent> groups) throws SQLException {
    TrajectoryTable.Waiting waiting = table.waiting(connection);
    long characters = groups.stream().mapToLong(group -> group.data().length()).sum();
    if (waiting.groups() + groups.size() > limits.maxGroups()
        || waiting.characters() + characters > limits.maxCharacters())
      throw new Overloaded(waiting.groups() + " groups wait for the trainer, and no more fit");
  }

  private Taken take(Connection connection, Sent group, List<Actor> actors) throws SQLException {
    Integer id = group.actor();
    boolean isKnown = id != null && id >= 0 && id < actors.size();
    int whole = isKnown ? actors.get(id).groupSize() : group.sequences();
    table.insert(connection, group, whole != group.sequences());
    if (whole == group.sequences()) return new Taken(false, 0);
    for (Group part : Batching.whole(table.buffer(connection, id), whole))
      table.release(connection, part.id());
    return new Taken(true, Group.sequences(table.buffer(connection, id)));
  }

  /**
   * The groups of the next batch; empty where too few wait. They are gone with the next fetch.
   *
   * @throws NoTrainer if none is registered
   */
  public List<Long> fetch() {
    return Sql.transaction(
        database,
        connection -> {
          Trainer trainer = table.lock(connection).orElseThrow(NoTrainer::new);
          table.start(connection);
          List<Long> waiting = table.send(connection);
          if (!waiting.isEmpty()) return waiting;
          form(connection, trainer);
          return table.send(connection);
        });
  }

  /**
   * One of a batch: a whole batch may be larger than the memory.
   *
   * @throws Gone if another batch was fetched since, or all was cleared
   */
  public String data(long group) {
    return Sql.transaction(database, connection -> table.data(connection, group))
        .orElseThrow(Gone::new);
  }

  /** As many batches as can be, within bounds; the next fetch forms more. */
  private void form(Connection connection, Trainer trainer) throws SQLException {
    List<Actor> actors = table.actors(connection);
    boolean allocated = actors.stream().anyMatch(e -> e.minBatchAllocation().isPresent());
    Map<Integer, Integer> minimums = minimums(actors, trainer.batchSize());
    List<Group> queue = table.queue(connection);
    for (int formed = 0; formed < AT_ONCE; formed++) {
      List<Group> batch =
          allocated && hasConnected(actors)
              ? Batching.batch(queue, trainer.batchSize(), minimums)
              : Batching.batch(queue, trainer.batchSize());
      if (batch.isEmpty()) return;
      table.batch(connection, batch);
      Set<Group> gone = new HashSet<>(batch);
      queue = queue.stream().filter(group -> !gone.contains(group)).toList();
    }
  }

  private static boolean hasConnected(List<Actor> actors) {
    return actors.stream().anyMatch(one -> one.connected() && one.minBatchAllocation().isPresent());
  }

  private static Map<Integer, Integer> minimums(List<Actor> actors, int batchSize) {
    Map<Integer, Integer> minimums = new LinkedHashMap<>();
    for (Actor one : actors)
      if (one.minimum(batchSize) > 0) minimums.put(one.id(), one.minimum(batchSize));
    return minimums;
  }

  /** Empty where there is no such environment. */
  public Optional<Share> share(int id) {
    return Sql.transaction(
        database,
        connection -> {
          Optional<Trainer> trainer = table.lock(connection);
          List<Actor> all = table.actors(connection);
          if (trainer.isEmpty() || id < 0 || id >= all.size()) return Optional.empty();
          Share share = Share.of(all.get(id), trainer.get(), all, table.queue(connection));
          if (share.groupSize() != all.get(id).groupSize())
            table.resize(connection, id, share.groupSize());
          return Optional.of(share);
        });
  }

  /** The group that came last to the queue. */
  public Optional<String> latest() {
    return Sql.transaction(database, table::latest);
  }

  /** Forgets the trainer, its environments and their groups. */
  public void clear() {
    Sql.transaction(
        database,
        connection -> {
          table.lock(connection);
          table.clear(connection);
          return connection;
        });
  }

  /** A group is no longer kept. */
  public static final class Gone extends RuntimeException {
    Gone() {
      super("this group was handed out before");
    }
  }

  /** No trainer is registered. */
  public static final class NoTrainer extends RuntimeException {
    NoTrainer() {
      super("no trainer is registered");
    }
  }
}
