package dev.whetstone.rollout.experiment;

import dev.whetstone.rollout.Sql;
import dev.whetstone.rollout.experiment.ExperimentTable.Row;
import dev.whetstone.task.family.Families;
import io.agroal.api.AgroalDataSource;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The experiments, each with all versions of its datasets. */
@ApplicationScoped
public class Experiments {
  private final AgroalDataSource database;
  private final ExperimentTable table;
  private final ExperimentLimits limits;
  private final Clock clock;

  Experiments(
      AgroalDataSource database, ExperimentTable table, ExperimentLimits limits, Clock clock) {
    this.database = database;
    this.table = table;
    this.limits = limits;
    this.clock = clock;
  }

  /** What an experiment is to be; a secret salt is drawn where it has no seed. */
  public record NewExperiment(
      String name, int size, Optional<Long> seed, String salt, List<Dataset.Wanted> datasets) {}

  public List<String> names() {
    return Sql.transaction(database, table::names);
  }

  /** One of that name is begun anew; its earlier versions stay. */
  public Experiment create(NewExperiment wanted) {
    return Sql.transaction(
        database,
        connection -> {
          Optional<Row> known = table.lock(connection, wanted.name());
          requireRoom(table.names(connection), wanted.name());
          int before = known.map(Row::versions).orElse(0);
          UUID id = known.map(Row::id).orElseGet(UUID::randomUUID);
          int versions = before + wanted.datasets().size();
          Row row =
              new Row(id, wanted.name(), wanted.size(), wanted.seed(), wanted.salt(), versions);
          table.save(connection, row, Timestamp.from(clock.instant()));
          table.retire(connection, id);
          for (int i = 0; i < wanted.datasets().size(); i++)
            table.save(connection, id, i, made(before + 1 + i, wanted.datasets().get(i)));
          table.forget(connection, id, versions - limits.keepVersions());
          return experiment(connection, row);
        });
  }

  /**
   * @throws UnknownExperiment if there is none of that name
   */
  public Experiment named(String name) {
    return Sql.transaction(
        database,
        connection ->
            experiment(
                connection,
                table.find(connection, name).orElseThrow(() -> UnknownExperiment.named(name))));
  }

  /**
   * From now on the dataset is another; what was asked before keeps its version.
   *
   * @throws UnknownExperiment if there is no such experiment, or no such dataset in it
   */
  public Experiment update(String name, String dataset, Function<Dataset, Dataset.Wanted> change) {
    return Sql.transaction(
        database,
        connection -> {
          Row row = table.lock(connection, name).orElseThrow(() -> UnknownExperiment.named(name));
          Experiment now = experiment(connection, row);
          if (now.datasets().isEmpty()) throw UnknownExperiment.named(name);
          Dataset old =
              now.datasets().stream()
                  .filter(one -> one.name().equals(dataset))
                  .findFirst()
                  .orElseThrow(() -> UnknownExperiment.dataset(dataset, now));
          int version = row.versions() + 1;
          Row next = new Row(row.id(), name, row.size(), row.seed(), row.salt(), version);
          table.save(connection, next, Timestamp.from(clock.instant()));
          int position = table.retire(connection, row.id(), old.version());
          table.save(connection, row.id(), position, made(version, change.apply(old)));
          table.forget(connection, row.id(), version - limits.keepVersions());
          return experiment(connection, next);
        });
  }

  /**
   * With all its versions; one of that name that is created later goes on counting them, so that no
   * answer is scored by another task than it was given to.
   *
   * @throws UnknownExperiment if there is none of that name
   */
  public void delete(String name) {
    boolean deleted =
        Sql.transaction(
            database,
            connection -> {
              Optional<Row> known = table.lock(connection, name);
              boolean found = known.isPresent() && table.delete(connection, known.get().id());
              table.forgetDeleted(connection, limits.maxExperiments());
              return found;
            });
    if (!deleted) throw UnknownExperiment.named(name);
  }

  private void requireRoom(List<String> names, String name) {
    if (names.size() >= limits.maxExperiments() && !names.contains(name))
      throw new TooManyExperiments(limits.maxExperiments());
  }

  /** Those of these versions of an experiment's datasets that are kept. */
  public Map<Integer, Dataset> versions(Experiment experiment, Collection<Integer> versions) {
    Integer[] wanted = versions.toArray(Integer[]::new);
    return Sql.transaction(
            database, connection -> table.versions(connection, experiment.id(), wanted))
        .stream()
        .collect(Collectors.toMap(Dataset::version, Function.identity()));
  }

  private Experiment experiment(Connection connection, Row row) throws SQLException {
    return new Experiment(
        row.id(),
        row.name(),
        row.size(),
        row.seed(),
        row.salt(),
        table.current(connection, row.id()));
  }

  private static Dataset made(int version, Dataset.Wanted wanted) {
    String family = Families.named(wanted.range().name()).orElseThrow().version();
    return new Dataset(version, wanted.range(), wanted.config(), family, wanted.salt());
  }
}
