package dev.whetstone.rollout;

import dev.whetstone.curriculum.Lesson;
import dev.whetstone.curriculum.difficulty.Calibration;
import dev.whetstone.curriculum.difficulty.DifficultyModel;
import dev.whetstone.curriculum.difficulty.FamilyEffects;
import dev.whetstone.curriculum.difficulty.Normal;
import dev.whetstone.verify.Reliability;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Array;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;

/** The rows of {@code difficulty} and {@code family_effects}: a run's difficulty model. */
@ApplicationScoped
class DifficultyTable {
  /** The model after all of the run's lessons, folded from its offers where none is stored. */
  DifficultyModel load(Connection connection, RunRow run) throws SQLException {
    Map<String, FamilyEffects> families = families(connection, run.id());
    List<DifficultyModel> stored =
        Sql.list(
            connection,
            """
            SELECT ability, ability_variance, judged, forecast_square, product, share_square
            FROM difficulty WHERE run_id = ? AND lessons = ?
            """,
            row -> model(row, families),
            run.id(),
            run.lessons());
    return stored.isEmpty() ? folded(connection, run.id()) : stored.getFirst();
  }

  /**
   * Stores the model after a run's lessons: of the families only those just taught, but all of them
   * where what is stored is not of the lesson before.
   *
   * @param learned lessons since the model was loaded
   */
  void save(
      Connection connection,
      UUID run,
      long lessons,
      int learned,
      DifficultyModel model,
      Set<String> taught)
      throws SQLException {
    boolean follows = update(connection, run, lessons, lessons - learned, model);
    if (!follows) insert(connection, run, lessons, model);
    saveFamilies(connection, run, model, follows ? taught : model.families().keySet());
  }

  private static boolean update(
      Connection connection, UUID run, long lessons, long before, DifficultyModel model)
      throws SQLException {
    Calibration judged = model.calibration();
    return Sql.update(
            connection,
            """
            UPDATE difficulty SET lessons = ?, ability = ?, ability_variance = ?, judged = ?,
              forecast_square = ?, product = ?, share_square = ?
            WHERE run_id = ? AND lessons = ?
            """,
            lessons,
            model.ability().mean(),
            model.ability().variance(),
            judged.lessons(),
            judged.forecast(),
            judged.product(),
            judged.share(),
            run,
            before)
        == 1;
  }

  private static void insert(Connection connection, UUID run, long lessons, DifficultyModel model)
      throws SQLException {
    Sql.update(connection, "DELETE FROM family_effects WHERE run_id = ?", run);
    Sql.update(
        connection,
        """
        INSERT INTO difficulty (run_id, lessons) VALUES (?, ?)
        ON CONFLICT (run_id) DO UPDATE SET lessons = excluded.lessons
        """,
        run,
        lessons);
    update(connection, run, lessons, lessons, model);
  }

  private static void saveFamilies(
      Connection connection, UUID run, DifficultyModel model, Set<String> taught)
      throws SQLException {
    Sql.batch(
        connection,
        """
        INSERT INTO family_effects (run_id, family, mean, covariance) VALUES (?, ?, ?, ?)
        ON CONFLICT (run_id, family) DO UPDATE SET
          mean = excluded.mean, covariance = excluded.covariance
        """,
        taught.stream().filter(model.families()::containsKey).sorted().toList(),
        (row, family) -> {
          FamilyEffects effects = model.families().get(family);
          Object mean = effects.mean().toArray(Double[]::new);
          Object covariance = effects.covariance().toArray(Double[]::new);
          Sql.fill(row, run, family, mean, covariance);
        });
  }

  /** The same bits as were stored, had they been. */
  private static DifficultyModel folded(Connection connection, UUID run) throws SQLException {
    DifficultyModel model = DifficultyModel.START;
    Set<Object> tried = new HashSet<>();
    for (Lesson lesson : lessons(connection, run))
      model =
          model.after(
              lesson.cell().family(),
              lesson.cell().levels(),
              Reliability.EXACT,
              lesson.share(),
              tried.add(lesson.cell()));
    return model;
  }

  private static List<Lesson> lessons(Connection connection, UUID run) throws SQLException {
    return Sql.list(
        connection,
        """
        SELECT family, levels, taken, passed FROM offer
        WHERE run_id = ? AND lesson > 0 ORDER BY lesson
        """,
        row ->
            new Lesson(
                OfferTable.cell(row.getString(1), row.getString(2)), row.getInt(3), row.getInt(4)),
        run);
  }

  private static DifficultyModel model(ResultSet row, Map<String, FamilyEffects> families)
      throws SQLException {
    return new DifficultyModel(
        new Normal(row.getDouble(1), row.getDouble(2)),
        families,
        new Calibration(row.getDouble(3), row.getDouble(4), row.getDouble(5), row.getDouble(6)));
  }

  private static Map<String, FamilyEffects> families(Connection connection, UUID run)
      throws SQLException {
    Map<String, FamilyEffects> families = new TreeMap<>();
    Sql.list(
        connection,
        "SELECT family, mean, covariance FROM family_effects WHERE run_id = ?",
        row ->
            families.put(
                row.getString(1),
                new FamilyEffects(doubles(row.getArray(2)), doubles(row.getArray(3)))),
        run);
    return families;
  }

  private static List<Double> doubles(Array array) throws SQLException {
    return List.of((Double[]) array.getArray());
  }
}
