package dev.whetstone.rollout;

import dev.whetstone.curriculum.Curriculum;
import dev.whetstone.curriculum.file.Curricula;
import dev.whetstone.task.Split;
import io.agroal.api.AgroalDataSource;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import javax.sql.DataSource;

/** The training jobs. */
@ApplicationScoped
public class Runs {
  private final Curricula curricula;
  private final AgroalDataSource database;
  private final RunTable table;
  private final Lessons lessons;
  private final Clock clock;

  Runs(
      Curricula curricula,
      AgroalDataSource database,
      RunTable table,
      Lessons lessons,
      Clock clock) {
    this.curricula = curricula;
    this.database = database;
    this.table = table;
    this.lessons = lessons;
    this.clock = clock;
  }

  /**
   * What a new run is to be.
   *
   * @param seed makes the tasks of this run repeatable, and known to whoever knows it; a secret one
   *     is drawn where it is absent
   * @param steps whether the steps of its candidates are read; their rewards then wait for that
   */
  public record NewRun(
      String name,
      String curriculum,
      int groupSize,
      Split split,
      Optional<String> seed,
      StepCheck steps) {}

  /**
   * @throws dev.whetstone.curriculum.file.UnknownCurriculum if there is none of that name
   */
  public Run create(NewRun wanted) {
    Curriculum curriculum = curricula.named(wanted.curriculum());
    Instant now = clock.instant();
    return Sql.transaction(
        database, connection -> table.insert(connection, wanted, curriculum, now));
  }

  /** The same where no server runs. */
  public static Run create(DataSource database, NewRun wanted, Curriculum curriculum) {
    Instant now = Clock.systemUTC().instant();
    return Sql.transaction(
        database, connection -> new RunTable().insert(connection, wanted, curriculum, now));
  }

  /**
   * The same where no server runs.
   *
   * @throws UnknownRun if there is no such run
   */
  public static Run known(DataSource database, UUID id) {
    return Sql.transaction(database, connection -> new RunTable().describe(connection, id));
  }

  @Transactional
  public Run known(UUID id) {
    return StoredRun.known(id).toRun();
  }

  /** Newest first. */
  @Transactional
  public List<Run> page(int page, int size) {
    return StoredRun.page(page, size).stream().map(StoredRun::toRun).toList();
  }

  /** Learns from what is closed, and ends the run; finishing a finished run changes nothing. */
  public Run finish(UUID id) {
    Sql.transaction(
        database,
        connection -> {
          RunRow run = table.lock(connection, id);
          long learned = lessons.upToDate(connection, run).state().lessons();
          table.advance(connection, run, run.nextIndex(), learned);
          table.finish(connection, id, clock.instant());
          return run;
        });
    return QuarkusTransaction.requiringNew().call(() -> known(id));
  }
}
