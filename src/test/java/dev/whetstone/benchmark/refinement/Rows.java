package dev.whetstone.benchmark.refinement;

import dev.whetstone.rollout.Sql;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import javax.sql.DataSource;

/** Refinements and attempts as they are stored, without anybody who labels. */
record Rows(DataSource source) {
  private static final String RULE =
      """
      {"kind": "fixed", "analyses": 1, "panel": {"checks": 1, "stops_at_majority": true},
       "required": 1, "lowest": "OF_VALID", "human_from": 1, "retries": 1}
      """;

  UUID refinement(String name, Plan plan) {
    UUID id = UUID.randomUUID();
    Assignment what = new Assignment(name, "What is 1 + 1?", "a writer", "none", plan);
    return Sql.transaction(
        source,
        c -> {
          RefinementTable.insert(c, id, Optional.empty(), what, Instant.now());
          return id;
        });
  }

  /** Labelled, with that mean verification score. */
  void attempt(UUID refinement, int number, int round, int thread, double mean) {
    UUID labelling = UUID.randomUUID();
    run(
        """
        INSERT INTO labelling (id, content_hash, problem, steps, generator, licence, rule, state,
          score, mean, posterior, due_at, created_at, ended_at)
        VALUES (?, '', 'What is 1 + 1?', '{It is 3.}', 'a writer', 'none', ?,
          'LABELLED', ?, ?, 0.5, now(), now(), now())
        """,
        labelling,
        RULE,
        mean == 1 ? 1.0 : 0.0,
        mean);
    run(
        """
        INSERT INTO refinement_attempt (refinement_id, number, round, thread, response, self_score,
          evaluation, labelling_id, made_at)
        VALUES (?, ?, ?, ?, 'It is 3.', 1, 'I doubt it.', ?, now())
        """,
        refinement,
        number,
        round,
        thread,
        labelling);
  }

  void end(UUID refinement) {
    run("UPDATE refinement SET ended_at = now() WHERE id = ?", refinement);
  }

  int attempts(UUID refinement) {
    return Sql.snapshot(source, c -> AttemptTable.list(c, refinement)).size();
  }

  boolean isEnded(UUID refinement) {
    return Sql.snapshot(source, c -> RefinementTable.find(c, refinement))
        .orElseThrow()
        .endedAt()
        .isPresent();
  }

  private void run(String sql, Object... values) {
    Sql.transaction(source, c -> Sql.update(c, sql, values));
  }
}
