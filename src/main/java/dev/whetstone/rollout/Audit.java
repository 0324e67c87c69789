package dev.whetstone.rollout;

import dev.whetstone.curriculum.CurriculumState;
import dev.whetstone.curriculum.replay.Archive;
import dev.whetstone.curriculum.replay.Group;
import dev.whetstone.reward.Reward;
import dev.whetstone.task.TaskFamily;
import dev.whetstone.task.family.Families;
import dev.whetstone.verify.ExactVerifier;
import dev.whetstone.verify.Verdict;
import io.agroal.api.AgroalDataSource;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/**
 * Computes a run again from its record: the curriculum from its outcomes, each reward from its row.
 */
@ApplicationScoped
public class Audit {
  private static final int PAGE = 500;

  private final RunTable runs;
  private final Lessons lessons;
  private final AgroalDataSource database;

  Audit(RunTable runs, Lessons lessons, AgroalDataSource database) {
    this.runs = runs;
    this.lessons = lessons;
    this.database = database;
  }

  /**
   * What came out.
   *
   * @param outcomes rows of the run
   * @param agreeing rewards that came out the same, bit for bit
   * @param differing numbers of the first outcomes that did not
   * @param notReplayable outcomes whose text was dropped, or whose family, verifier or formula is
   *     another version by now
   * @param stepsRead outcomes whose steps were read, by the model that did; a reading stands as it
   *     was written and is not made again
   * @param unsound right answers with a wrong step, as it was read then
   * @param countsAgree whether each group's counts are those of its outcomes
   * @param curriculumAgrees whether the stored state is the one folded from the outcomes
   */
  public record Report(
      long outcomes,
      long agreeing,
      List<Long> differing,
      long notReplayable,
      Map<String, Long> stepsRead,
      long unsound,
      long lessons,
      boolean countsAgree,
      boolean curriculumAgrees) {}

  /**
   * Reads the whole record of the run; takes about a second for some ten thousand outcomes.
   *
   * @throws UnknownRun if there is no such run
   */
  public Report of(UUID id) {
    RewardCount count = new RewardCount();
    long after = 0;
    for (List<StoredOutcome> page = page(id, 0); !page.isEmpty(); page = page(id, after)) {
      page.forEach(outcome -> count.add(outcome, replay(outcome)));
      after = page.getLast().id;
    }
    return Sql.snapshot(database, connection -> report(connection, id, count));
  }

  private Report report(Connection connection, UUID id, RewardCount count) throws SQLException {
    RunRow run = runs.read(connection, id);
    CurriculumState folded = lessons.fresh(run);
    Archive archive = Archive.EMPTY;
    for (Group group : taught(connection, id)) {
      folded = folded.learn(group.lesson()).state();
      archive = Lessons.archived(archive, group, folded);
    }
    boolean same =
        same(folded, lessons.stored(connection, run))
            && archive.equals(lessons.archive(connection, run));
    return count.report(run.lessons(), countsAgree(connection, id), same);
  }

  private static List<StoredOutcome> page(UUID run, long after) {
    return QuarkusTransaction.requiringNew().call(() -> StoredOutcome.after(run, after, PAGE));
  }

  private static boolean same(CurriculumState folded, CurriculumState stored) {
    return folded.lessons() == stored.lessons()
        && folded.cells().equals(stored.cells())
        && folded.reach().equals(stored.reach())
        && folded.difficulty().equals(stored.difficulty());
  }

  /** The lessons in their order, counted from the outcomes alone. */
  private static List<Group> taught(Connection connection, UUID run) throws SQLException {
    return Sql.list(
        connection,
        """
        SELECT o.family, o.levels, count(*) AS taken,
               count(*) FILTER (WHERE x.grade = 'RIGHT') AS passed,
               coalesce(o.seed_index, o.task_index) AS identity_index, o.parent_index,
               o.parent_levels, o.edit, o.seed IS NOT NULL AS proposed,
               count(*) FILTER (WHERE %s) AS contested
        FROM offer o JOIN outcome x ON x.offer_id = o.id
        WHERE o.run_id = ? AND o.lesson > 0 GROUP BY o.id ORDER BY o.lesson
        """
            .formatted(StepColumn.CONTESTED),
        OfferTable::group,
        run);
  }

  private static boolean countsAgree(Connection connection, UUID run) throws SQLException {
    return Sql.list(
            connection,
            """
            SELECT 1 FROM offer o LEFT JOIN outcome x ON x.offer_id = o.id WHERE o.run_id = ?
            GROUP BY o.id HAVING o.taken <> count(x.id)
              OR o.passed <> count(x.id) FILTER (WHERE x.grade = 'RIGHT')
              OR coalesce(max(x.place), 0) <> count(x.id) LIMIT 1
            """,
            row -> row.getInt(1),
            run)
        .isEmpty();
  }

  /** The reward as the row gives it again; empty where its text or its family's version is gone. */
  private static Optional<Boolean> replay(StoredOutcome outcome) {
    Optional<TaskFamily> family =
        Families.named(outcome.family).filter(f -> f.version().equals(outcome.familyVersion));
    boolean ours =
        outcome.verifier.equals(ExactVerifier.NAME) && Reward.OF_GRADES.contains(outcome.formula);
    if (outcome.candidate == null || family.isEmpty() || !ours) return Optional.empty();
    Verdict verdict =
        ExactVerifier.verify(
            outcome.identity(family.get()).make(family.get()).check(), outcome.candidate);
    return Optional.of(
        verdict instanceof Verdict.Judged judged
            && judged.grade() == outcome.grade
            && same(Reward.of(judged), outcome));
  }

  private static boolean same(Reward reward, StoredOutcome outcome) {
    return reward.value() == outcome.reward && reward.formula().equals(outcome.formula);
  }
}
