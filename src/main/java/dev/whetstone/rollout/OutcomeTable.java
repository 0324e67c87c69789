package dev.whetstone.rollout;

import dev.whetstone.reward.Reward;
import dev.whetstone.rollout.Candidates.Judgement;
import dev.whetstone.task.Grade;
import dev.whetstone.task.Hash;
import io.agroal.api.AgroalDataSource;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.IntFunction;
import java.util.stream.IntStream;

/** Writes the rows of {@code outcome}: a batch takes its places and is saved in one statement. */
@ApplicationScoped
class OutcomeTable {
  /** In one order, so that two batches never wait for each other. */
  private static final String LOCK =
      "SELECT id FROM offer WHERE id = ANY (?) ORDER BY id FOR NO KEY UPDATE";

  /**
   * A statement of its own, after the lock: one that locks and updates at once would count from
   * rows as they were before it waited. Places are given in the batch's order; an item known by its
   * key keeps the outcome that it has.
   */
  private static final String SAVE =
      """
      WITH item AS (
        SELECT * FROM unnest(?::int[], ?::uuid[], ?::text[], ?::text[], ?::text[], ?::text[],
                             ?::float8[], ?::text[], ?::float8[], ?::text[], ?::text[], ?::int[],
                             ?::text[])
          AS t (ord, offer_id, item_key, candidate, hash, grade, reward, components,
                error_probability, verifier, formula, micros, steps)
      ), handed AS (
        SELECT o.*, r.split, coalesce(o.seed, r.salt) AS salt,
               coalesce(o.seed_index, o.task_index) AS identity_index,
               r.finished_at IS NOT NULL AS finished
        FROM offer o JOIN run r ON r.id = o.run_id
        WHERE o.id IN (SELECT offer_id FROM item)
      ), earlier AS (
        SELECT i.ord, x.id, x.place, x.grade, x.reward, x.components, x.error_probability,
               x.verifier, x.formula, x.steps,
               x.candidate_hash = decode(i.hash, 'hex') AS same
        FROM item i JOIN outcome x ON x.offer_id = i.offer_id AND x.item_key = i.item_key
      ), placed AS (
        SELECT i.*, l.taken + row_number() OVER (PARTITION BY i.offer_id ORDER BY i.ord) AS place,
               l.places, l.run_id, l.family, l.family_version, l.levels, l.identity_index,
               l.probability, l.split, l.salt
        FROM item i JOIN handed l ON l.id = i.offer_id
        WHERE NOT l.closed AND NOT l.finished
          AND NOT EXISTS (SELECT 1 FROM earlier e WHERE e.ord = i.ord)
      ), saved AS (
        INSERT INTO outcome (run_id, offer_id, place, item_key, family, family_version, levels,
          split, salt, task_index, probability, candidate, candidate_hash, grade, reward,
          components, error_probability, verifier, formula, received_at, verify_micros,
          steps, step_verifier)
        SELECT run_id, offer_id, place, item_key, family, family_version, levels,
          split, salt, identity_index, probability, candidate, decode(hash, 'hex'), grade, reward,
          components::jsonb, error_probability, verifier, formula, ?, micros,
          steps::jsonb, steps::jsonb ->> 'verifier'
        FROM placed WHERE place <= places ORDER BY ord
        RETURNING id, offer_id, place
      ), counted AS (
        UPDATE offer o
        SET taken = o.taken + c.n, passed = o.passed + c.p, closed = o.taken + c.n >= o.places
        FROM (SELECT offer_id, count(*)::int AS n, count(*) FILTER (WHERE grade = 'RIGHT')::int AS p
              FROM placed WHERE place <= places GROUP BY offer_id) c
        WHERE o.id = c.offer_id
      )
      SELECT i.ord, coalesce(s.id, e.id) AS id, coalesce(s.place, e.place) AS place,
             e.grade, e.reward, e.components::text AS components,
             e.error_probability, e.verifier, e.formula, e.steps::text AS steps, e.same,
             l.finished,
             l.closed AND l.taken < l.places AS closed
      FROM item i
      LEFT JOIN handed l ON l.id = i.offer_id
      LEFT JOIN earlier e ON e.ord = i.ord
      LEFT JOIN placed p ON p.ord = i.ord
      LEFT JOIN saved s ON s.offer_id = p.offer_id AND s.place = p.place
      """;

  /** Which of the columns holds the offers. */
  private static final int OFFER = 1;

  private final AgroalDataSource database;

  OutcomeTable(AgroalDataSource database) {
    this.database = database;
  }

  /** One result each, in their order. */
  List<Result> save(List<Judgement> judgements, boolean keepText, Instant now) {
    Object[] columns = columns(judgements, keepText, now);
    Result[] results = new Result[judgements.size()];
    Sql.Reader<Integer> reader =
        row -> {
          int index = row.getInt("ord");
          results[index] = result(row, judgements.get(index));
          return index;
        };
    Sql.transaction(database, connection -> save(connection, columns, reader));
    return List.of(results);
  }

  private static List<Integer> save(
      Connection connection, Object[] columns, Sql.Reader<Integer> reader) throws SQLException {
    Sql.list(connection, LOCK, row -> row.getObject(1), columns[OFFER]);
    return Sql.list(connection, SAVE, reader, columns);
  }

  private static Object[] columns(List<Judgement> all, boolean keepText, Instant now) {
    return new Object[] {
      IntStream.range(0, all.size()).boxed().toArray(Integer[]::new),
      column(all, j -> j.offer().id(), UUID[]::new),
      column(all, j -> j.candidate().itemKey(), String[]::new),
      column(all, j -> keepText ? j.candidate().completion() : null, String[]::new),
      column(all, j -> Hash.ofText(j.candidate().completion()).hex(), String[]::new),
      column(all, j -> j.verdict().grade().name(), String[]::new),
      column(all, j -> j.reward().value(), Double[]::new),
      column(all, j -> Components.json(j.reward().components()), String[]::new),
      column(all, j -> j.reward().errorProbability(), Double[]::new),
      column(all, j -> j.verdict().verifier(), String[]::new),
      column(all, j -> j.reward().formula(), String[]::new),
      column(all, Judgement::micros, Integer[]::new),
      column(all, j -> StepColumn.json(j.verdict().steps(), keepText), String[]::new),
      Timestamp.from(now)
    };
  }

  private static <T> T[] column(
      List<Judgement> all, Function<Judgement, T> value, IntFunction<T[]> array) {
    return all.stream().map(value).toArray(array);
  }

  private static Result result(ResultSet row, Judgement judgement) throws SQLException {
    long id = row.getLong("id");
    if (row.wasNull()) return new Result.Refused(why(row), Optional.of(judgement.reward()));
    if (row.getString("grade") != null) return repeated(id, row);
    return new Result.Rewarded(
        id,
        row.getInt("place"),
        judgement.verdict().grade(),
        judgement.verdict().verifier(),
        judgement.verdict().steps(),
        judgement.reward(),
        false);
  }

  /** What was said the first time, not what would be said now. */
  private static Result repeated(long id, ResultSet row) throws SQLException {
    if (!row.getBoolean("same")) return new Result.Refused(Result.Why.KEY_REUSED, Optional.empty());
    Reward reward =
        new Reward(
            row.getDouble("reward"),
            Components.read(row.getString("components")),
            row.getDouble("error_probability"),
            row.getString("formula"));
    Grade grade = Grade.valueOf(row.getString("grade"));
    return new Result.Rewarded(
        id,
        row.getInt("place"),
        grade,
        row.getString("verifier"),
        StepColumn.read(row.getString("steps")),
        reward,
        true);
  }

  private static Result.Why why(ResultSet row) throws SQLException {
    if (row.getBoolean("finished")) return Result.Why.FINISHED_RUN;
    return row.getBoolean("closed") ? Result.Why.CLOSED : Result.Why.NO_PLACE;
  }
}
