package dev.whetstone.benchmark.refinement;

import dev.whetstone.benchmark.labelling.Labellings;
import dev.whetstone.model.Derivation;
import dev.whetstone.verify.proof.Analysis;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;

/**
 * A solution and what is said of it.
 *
 * @param evaluations valid analyses; where there is none, its writer's own evaluation
 */
record Critique(Derivation solution, List<String> evaluations) {
  Critique {
    evaluations = List.copyOf(evaluations);
  }

  /** Of an attempt that is labelled. */
  static Critique of(Connection c, UUID refinement, Attempt attempt) throws SQLException {
    UUID labelling = attempt.labelling().orElseThrow();
    List<String> valid =
        Labellings.valid(c, labelling).stream().map(Analysis::text).distinct().toList();
    return new Critique(
        Labellings.proof(c, labelling),
        valid.isEmpty()
            ? List.of(AttemptTable.evaluation(c, refinement, attempt.number()))
            : valid);
  }
}
