package dev.whetstone.rollout;

import dev.whetstone.curriculum.Choice;
import dev.whetstone.curriculum.difficulty.DifficultyModel;
import dev.whetstone.curriculum.difficulty.Foresight;
import io.agroal.api.AgroalDataSource;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;

/** Where a run's curriculum stands. */
@ApplicationScoped
public class Progress {
  private static final int LATEST_MOVES = 100;

  private final AgroalDataSource database;
  private final RunTable runs;
  private final Lessons lessons;
  private final StateTable states;

  Progress(AgroalDataSource database, RunTable runs, Lessons lessons, StateTable states) {
    this.database = database;
    this.runs = runs;
    this.lessons = lessons;
    this.states = states;
  }

  /**
   * Changes nothing: groups closed since the last choice are counted, not yet learned from.
   *
   * @throws UnknownRun if there is no such run
   */
  public CurriculumView of(UUID id) {
    return Sql.snapshot(database, connection -> view(connection, id));
  }

  private CurriculumView view(Connection connection, UUID id) throws SQLException {
    RunRow run = runs.read(connection, id);
    Lessons.Known known = lessons.current(connection, run);
    List<Choice> choices = known.mixture().distribution().choices();
    DifficultyModel difficulty = known.state().difficulty();
    return new CurriculumView(
        run.lessons(),
        waiting(connection, id),
        choices,
        known.state().cells(),
        known.state().reach(),
        states.moves(connection, id, LATEST_MOVES),
        Foresight.of(difficulty),
        choices.stream().map(choice -> Foretold.of(difficulty, choice.cell())).toList(),
        known.state().curriculum().replay().share(),
        known.archive().cases());
  }

  private static long waiting(Connection connection, UUID run) throws SQLException {
    String count = "SELECT count(*) FROM offer WHERE run_id = ? AND to_learn";
    return Sql.list(connection, count, row -> row.getLong(1), run).getFirst();
  }
}
