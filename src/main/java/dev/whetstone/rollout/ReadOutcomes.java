package dev.whetstone.rollout;

import dev.whetstone.task.Grade;
import dev.whetstone.task.Identity;
import dev.whetstone.task.Levels;
import dev.whetstone.task.Split;
import dev.whetstone.task.TaskFamily;
import dev.whetstone.task.family.Families;
import dev.whetstone.verify.StepVerdict;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;

/** The outcomes of all runs whose steps were read, while their texts are kept. */
public final class ReadOutcomes {
  /**
   * SQL, of the steps of an outcome: whether what was said takes the whole for right. Who scores
   * without naming steps says it by the score alone.
   */
  public static final String READ_AS_RIGHT =
      "CASE WHEN steps -> 'right' = '[]' THEN (steps ->> 'score')::float8 = 1"
          + " ELSE steps ->> 'first_error' IS NULL END";

  /** Without the critiques, which may quote as much as the candidate wrote. */
  private static final String LATEST =
      """
      SELECT id, family, family_version, grade,
             jsonb_set(steps, '{critiques}', '[]')::text AS steps
      FROM outcome
      WHERE id > greatest(?, (SELECT max(id) FROM outcome) - ?)
        AND step_verifier IS NOT NULL AND candidate IS NOT NULL AND grade <> 'UNREADABLE'
      ORDER BY id
      """;

  private static final String TEXT =
      """
      SELECT o.family, o.family_version, o.levels, o.split, o.salt, o.task_index, o.candidate, r.name
      FROM outcome o JOIN run r ON r.id = o.run_id WHERE o.id = ?
      """;

  /**
   * What was said of one outcome.
   *
   * @param right by the exact check of its answer
   * @param whole P(no step is wrong) by the step verifier, in [0, 1]
   * @param sound whether the answer is right and no step was read as wrong
   */
  public record Said(long id, boolean right, double whole, boolean sound) {}

  /** One outcome's question and candidate, and the name of its run. */
  public record Solved(String question, String candidate, Split split, String run) {}

  private ReadOutcomes() {}

  /**
   * In the order of their numbers; of families as they are now, whose questions can be made again.
   *
   * @param after the number after which to begin
   * @param most how many of the last numbers to look at
   */
  public static List<Said> latest(Connection connection, long after, int most) throws SQLException {
    return Sql.list(connection, LATEST, ReadOutcomes::said, after, most).stream()
        .flatMap(Optional::stream)
        .toList();
  }

  public static Solved solved(Connection connection, long id) throws SQLException {
    return Sql.list(connection, TEXT, ReadOutcomes::solved, id).getFirst();
  }

  private static Optional<Said> said(ResultSet row) throws SQLException {
    Grade grade = Grade.valueOf(row.getString("grade"));
    Optional<StepVerdict> steps = StepColumn.read(row.getString("steps"));
    if (family(row).isEmpty() || !(steps.orElseThrow() instanceof StepVerdict.Read read))
      return Optional.empty();
    boolean sound = StepVerdict.sound(grade, steps).orElse(false);
    return Optional.of(new Said(row.getLong("id"), grade == Grade.RIGHT, read.whole(), sound));
  }

  private static Optional<TaskFamily> family(ResultSet row) throws SQLException {
    String version = row.getString("family_version");
    return Families.named(row.getString("family")).filter(f -> f.version().equals(version));
  }

  private static Solved solved(ResultSet row) throws SQLException {
    TaskFamily family = family(row).orElseThrow();
    Split split = Split.valueOf(row.getString("split"));
    Identity identity =
        new Identity(
            family.name(),
            family.version(),
            Levels.parse(family.controls(), row.getString("levels")),
            split,
            row.getString("salt"),
            row.getLong("task_index"));
    return new Solved(
        identity.make(family).question(), row.getString("candidate"), split, row.getString("name"));
  }
}
