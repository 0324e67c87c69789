package dev.whetstone.training.source;

import dev.whetstone.model.Derivation;
import dev.whetstone.model.fit.Example;
import dev.whetstone.model.fit.Example.Step;
import dev.whetstone.model.fit.Example.Target;
import dev.whetstone.task.Grade;
import dev.whetstone.task.Identity;
import dev.whetstone.task.Levels;
import dev.whetstone.task.Split;
import dev.whetstone.task.TaskFamily;
import dev.whetstone.task.family.Families;
import dev.whetstone.verify.Steps;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;

/**
 * The server's latest outcomes of training tasks whose problems are in the {@link TrainingHalf}:
 * those in the other may be archived to measure on. The exact check judged their answers alone, so
 * the last step is labelled, and those before it are what it follows from.
 */
public final class OutcomeExamples {
  private static final String LATEST =
      """
      SELECT family, family_version, levels, salt, task_index, candidate, grade
      FROM outcome
      WHERE split = 'TRAIN' AND candidate IS NOT NULL AND grade <> 'UNREADABLE' AND id <= ?
      ORDER BY id DESC
      """;

  private static final String NEWEST = "SELECT coalesce(max(id), 0) FROM outcome";

  private static final int MAX_STEPS = 1_000;
  private static final int FETCHED_AT_ONCE = 500;

  private OutcomeExamples() {}

  /** Id of the newest one there is; 0 where there is none. */
  public static long newest(DataSource database) throws SQLException {
    try (Connection connection = database.getConnection();
        PreparedStatement statement = connection.prepareStatement(NEWEST)) {
      ResultSet row = statement.executeQuery();
      row.next();
      return row.getLong(1);
    }
  }

  /**
   * @param until id of the newest one that counts
   * @param most examples, at most
   */
  public static List<Example> latest(DataSource database, long until, int most, double weight)
      throws SQLException {
    List<Example> examples = new ArrayList<>();
    try (Connection connection = database.getConnection()) {
      connection.setAutoCommit(false); // else all outcomes would be fetched at once
      try (PreparedStatement statement = connection.prepareStatement(LATEST)) {
        statement.setFetchSize(FETCHED_AT_ONCE);
        statement.setLong(1, until);
        ResultSet row = statement.executeQuery();
        while (examples.size() < most && row.next()) example(row, weight).ifPresent(examples::add);
      }
      connection.rollback();
    }
    return examples;
  }

  private static Optional<Example> example(ResultSet row, double weight) throws SQLException {
    boolean right = Grade.valueOf(row.getString("grade")) == Grade.RIGHT;
    return derivation(row)
        .filter(read -> TrainingHalf.has(read.problem()))
        .map(read -> chain(read.problem(), read.steps(), right, weight));
  }

  /**
   * The question and the steps of an outcome of a training task; nothing where there are none, or
   * where the family changed since, so that the question is not known any more.
   *
   * @param row with the outcome's identity and candidate
   */
  public static Optional<Derivation> derivation(ResultSet row) throws SQLException {
    Optional<TaskFamily> family = Families.named(row.getString("family"));
    if (family.isEmpty() || !family.get().version().equals(row.getString("family_version")))
      return Optional.empty();
    String question = identity(row, family.get()).make(family.get()).question();
    List<String> steps = Steps.of(row.getString("candidate"), MAX_STEPS);
    return steps.isEmpty() ? Optional.empty() : Optional.of(new Derivation(question, steps));
  }

  private static Identity identity(ResultSet row, TaskFamily family) throws SQLException {
    return new Identity(
        family.name(),
        family.version(),
        Levels.parse(family.controls(), row.getString("levels")),
        Split.TRAIN,
        row.getString("salt"),
        row.getLong("task_index"));
  }

  private static Example chain(String question, List<String> texts, boolean right, double weight) {
    List<Step> steps = new ArrayList<>();
    for (int i = 0; i < texts.size(); i++) {
      boolean last = i == texts.size() - 1;
      steps.add(
          new Step(
              i - 1,
              texts.get(i),
              last ? Optional.of(Target.of(right, weight)) : Optional.empty()));
    }
    return new Example(question, steps);
  }
}
