package dev.whetstone.rollout;

import io.agroal.api.AgroalDataSource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.UUID;

/** Where a run's curriculum stands. */
@ApplicationScoped
public class Progress {
  private static final int LATEST_MOVES = 100;

  private final Lessons lessons;
  private final StateTable states;
  private final AgroalDataSource database;

  Progress(Lessons lessons, StateTable states, AgroalDataSource database) {
    this.lessons = lessons;
    this.states = states;
    this.database = database;
  }

  /**
   * Changes nothing: groups closed since the last choice are counted, not yet learned from.
   *
   * @throws UnknownRun if there is no such run
   */
  @Transactional
  public CurriculumView of(UUID id) {
    StoredRun run = StoredRun.known(id);
    Lessons.Known known = lessons.current(run);
    return new CurriculumView(
        run.lessons,
        waiting(id),
        known.distribution().choices(),
        known.state().cells(),
        known.state().reach(),
        states.moves(id, LATEST_MOVES));
  }

  private long waiting(UUID run) {
    return Sql.list(
            database,
            "SELECT count(*) FROM offer WHERE run_id = ? AND closed AND lesson IS NULL",
            row -> row.getLong(1),
            run)
        .getFirst();
  }
}
