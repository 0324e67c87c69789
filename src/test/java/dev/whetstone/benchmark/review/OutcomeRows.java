package dev.whetstone.benchmark.review;

import dev.whetstone.rollout.Sql;
import dev.whetstone.task.Identity;
import dev.whetstone.task.Levels;
import dev.whetstone.task.Split;
import dev.whetstone.task.TaskFamily;
import dev.whetstone.task.family.Families;
import java.util.Collections;
import java.util.HashSet;
import java.util.Set;
import java.util.UUID;
import javax.sql.DataSource;

/** Outcomes of one run and one task, as the server keeps them. */
final class OutcomeRows {
  private static final String RUN =
      """
      INSERT INTO run (id, name, curriculum, curriculum_source, curriculum_hash, group_size, split,
        salt, created_at, steps)
      VALUES (?, 'a run', 'c', '', '', 1000, 'TRAIN', 'salt', now(), 'READ')
      """;
  private static final String OFFER =
      """
      INSERT INTO offer (id, run_id, task_index, family, family_version, levels, probability,
        chosen_after, places, created_at)
      VALUES (?, ?, 0, ?, ?, ?, 1, 0, 1000, now())
      """;
  private static final String OUTCOME =
      """
      INSERT INTO outcome (run_id, offer_id, place, family, family_version, levels, split, salt,
        task_index, probability, candidate, candidate_hash, grade, reward, components,
        error_probability, verifier, formula, received_at, verify_micros, steps, step_verifier)
      VALUES (?, ?, ?, ?, ?, ?, 'TRAIN', 'salt', 0, 1, ?, '', ?, 1, '{}', 0, 'exact', 'f', now(), 1,
        ?::jsonb, 'step-verifier@1')
      RETURNING id
      """;

  private final DataSource database;
  private final TaskFamily family = Families.named("chain_sum").orElseThrow();
  private final Levels levels =
      new Levels(family.controls(), Collections.nCopies(family.controls().size(), 0));
  private final UUID run = UUID.randomUUID();
  private final UUID offer = UUID.randomUUID();
  private final Set<String> unsound = new HashSet<>();
  private int place;

  OutcomeRows(DataSource database) {
    this.database = database;
    Sql.transaction(
        database,
        c -> {
          Sql.update(c, RUN, run);
          return Sql.update(c, OFFER, offer, run, family.name(), family.version(), levels.key());
        });
  }

  String question() {
    return Identity.of(family, levels, Split.TRAIN, "salt", 0).make(family).question();
  }

  /** Whether the outcome of this key has a wrong step: where one is suspected, and nowhere else. */
  boolean isUnsound(String key) {
    return unsound.contains(key);
  }

  long add(boolean right, double whole) {
    boolean wrong = whole < 0.5;
    String steps =
        """
        {"verifier": "step-verifier@1", "right": [0.9, %1$s, 0.9], "first_error": %2$s,
         "score": %3$s, "whole": %1$s, "critiques": []}
        """
            .formatted(whole, wrong ? "1" : "null", wrong ? "0" : "1");
    long id =
        Sql.transaction(
                database,
                c ->
                    Sql.list(
                        c,
                        OUTCOME,
                        row -> row.getLong(1),
                        run,
                        offer,
                        ++place,
                        family.name(),
                        family.version(),
                        levels.key(),
                        "First.\nThen.\nAnswer: 7",
                        right ? "RIGHT" : "WRONG",
                        steps))
            .getFirst();
    if (wrong) unsound.add("outcome/" + id);
    return id;
  }
}
