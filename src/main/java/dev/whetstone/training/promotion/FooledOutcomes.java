package dev.whetstone.training.promotion;

import dev.whetstone.benchmark.Judged;
import dev.whetstone.benchmark.Judgement;
import dev.whetstone.benchmark.label.Labelled;
import dev.whetstone.benchmark.label.Labelled.Provenance;
import dev.whetstone.benchmark.label.Labelled.Split;
import dev.whetstone.benchmark.label.StepLabel;
import dev.whetstone.benchmark.label.Truth;
import dev.whetstone.model.Derivation;
import dev.whetstone.rollout.ReadOutcomes;
import dev.whetstone.rollout.Sql;
import dev.whetstone.training.source.OutcomeExamples;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import javax.sql.DataSource;

/**
 * The runs' candidates that a version surely took for sound though the exact check found their
 * answers wrong. A right answer may follow from wrong steps, so the other way round proves nothing.
 */
record FooledOutcomes(DataSource database) {
  private static final String LATEST =
      """
      SELECT id, family, family_version, levels, salt, task_index, candidate,
        (steps ->> 'whole')::float8 AS whole
      FROM outcome
      WHERE step_verifier = ? AND split = 'TRAIN' AND grade = 'WRONG' AND candidate IS NOT NULL
        AND (steps ->> 'whole')::float8 >= ?
        AND %s
      ORDER BY id DESC LIMIT ?
      """
          .formatted(ReadOutcomes.READ_AS_RIGHT);

  private static final Provenance PROVENANCE =
      new Provenance("a run's candidate", "exact: its answer is wrong", Provenance.NO_LICENCE);

  /**
   * @param version as it stands in verdicts: {@code step-verifier@1}
   */
  List<Judged> latest(String version, double confidence, int limit) {
    return Sql.transaction(
            database,
            connection ->
                Sql.list(connection, LATEST, FooledOutcomes::read, version, confidence, limit))
        .stream()
        .flatMap(Optional::stream)
        .toList();
  }

  private static Optional<Judged> read(ResultSet row) throws SQLException {
    String id = row.getString("id");
    Judgement said =
        new Judgement.Said(List.of(), OptionalInt.empty(), true, row.getDouble("whole"));
    return OutcomeExamples.derivation(row).map(read -> new Judged(item(id, read), said));
  }

  private static Labelled item(String id, Derivation read) {
    return new Labelled(
        "outcomes",
        id,
        Split.TRAIN,
        read,
        Truth.ofLastStep(read.steps().size(), StepLabel.WRONG),
        Optional.of(false),
        PROVENANCE);
  }
}
