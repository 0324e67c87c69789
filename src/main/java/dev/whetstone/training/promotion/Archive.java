package dev.whetstone.training.promotion;

import dev.whetstone.benchmark.Judged;
import dev.whetstone.benchmark.label.Labelled;
import dev.whetstone.benchmark.label.Labelled.Split;
import dev.whetstone.benchmark.label.Labels;
import dev.whetstone.benchmark.label.Truth.Scope;
import dev.whetstone.rollout.Sql;
import dev.whetstone.task.Hash;
import dev.whetstone.training.source.TrainingHalf;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * The solutions that fooled a version of a verifier, each kept once, as whoever came first with it
 * labelled it. They are a set of labels as well, {@code archive/<verifier>}: half of its problems
 * to train on, half to measure on.
 */
public final class Archive {
  /** What the names of their sets begin with; the verifier's name follows. */
  public static final String SETS = "archive/";

  private static final int ID_LENGTH = 32;

  private static final String SAVE =
      """
      INSERT INTO archived_solution (set_name, id, verifier, version, origin, confidence, archived_at)
      VALUES (?, ?, ?, ?, ?, ?, ?)
      """;

  private static final String LIST =
      """
      SELECT * FROM archived_solution JOIN labelled_solution USING (set_name, id)
      WHERE verifier = ? AND number < ? AND (?::text IS NULL OR origin = ?)
        AND (?::text IS NULL OR split = ?)
      ORDER BY number DESC LIMIT ?
      """;

  private final DataSource database;

  public Archive(DataSource database) {
    this.database = database;
  }

  /** Where a solution comes from. */
  @Schema(name = "ArchiveOrigin")
  public enum Origin {
    /** A run's candidate, judged by the exact check. */
    OUTCOME,
    /** A generated one. */
    FAMILY,
    /** A person labelled it. */
    HUMAN_LABEL,
    /** A trainer, or whoever looks for weak spots, proposed it. */
    PROPOSAL
  }

  /**
   * A solution that fooled a version.
   *
   * @param number grows with time
   * @param version that was fooled, the first one
   * @param confidence P(what it decided), by itself
   */
  public record Archived(
      long number,
      String version,
      Origin origin,
      double confidence,
      Instant archivedAt,
      Labelled solution) {}

  /**
   * Adds what fooled a version, all or nothing.
   *
   * @param fooled whose truth as a whole is known: that some step is wrong, or that none is
   * @return how many were not there before
   */
  public int add(String verifier, String version, Origin origin, List<Judged> fooled, Instant now) {
    return Sql.transaction(
        database,
        connection -> {
          int added = 0;
          for (Judged judged : fooled)
            if (add(connection, verifier, version, origin, judged, now)) added++;
          return added;
        });
  }

  private static boolean add(
      Connection connection,
      String verifier,
      String version,
      Origin origin,
      Judged judged,
      Instant now)
      throws SQLException {
    Labelled kept = kept(verifier, origin, judged.item());
    if (!Labels.addIfFree(connection, kept)) return false;
    Sql.update(
        connection,
        SAVE,
        kept.set(),
        kept.id(),
        verifier,
        version,
        origin.name(),
        Fooled.confidence(judged.judgement()),
        Timestamp.from(now));
    return true;
  }

  /**
   * As it would be kept: under an id of its own content, and in one of the two halves.
   *
   * @param item whose truth as a whole is known
   */
  public static Labelled kept(String verifier, Origin origin, Labelled item) {
    if (item.truth().scope() == Scope.STEP && !item.truth().hasError())
      throw new IllegalArgumentException("whether all of its steps are right is not known");
    List<String> texts = new ArrayList<>(List.of(item.solution().problem()));
    texts.addAll(item.solution().steps());
    return new Labelled(
        SETS + verifier,
        Hash.of(texts.toArray(String[]::new)).hex().substring(0, ID_LENGTH),
        split(origin, item),
        item.solution(),
        item.truth(),
        item.finalAnswerCorrect(),
        item.provenance(),
        item.confidence());
  }

  /** Human labels that are for testing stay so; one problem is never in both halves. */
  private static Split split(Origin origin, Labelled item) {
    boolean measures = origin == Origin.HUMAN_LABEL && item.split() != Split.TRAIN;
    return TrainingHalf.has(Judged.problem(item)) && !measures ? Split.TRAIN : Split.TEST;
  }

  /**
   * Newest first.
   *
   * @param before the number of the last one read; {@link Long#MAX_VALUE} to begin
   */
  public List<Archived> list(String verifier, Optional<Origin> origin, long before, int limit) {
    return list(verifier, origin, Optional.empty(), before, limit);
  }

  /** The latest of the half that is not for training. */
  List<Archived> toMeasureOn(String verifier, int limit) {
    return list(verifier, Optional.empty(), Optional.of(Split.TEST), Long.MAX_VALUE, limit);
  }

  private List<Archived> list(
      String verifier, Optional<Origin> origin, Optional<Split> split, long before, int limit) {
    String from = origin.map(Origin::name).orElse(null);
    String half = split.map(Split::name).orElse(null);
    return Sql.transaction(
        database,
        connection ->
            Sql.list(
                connection,
                LIST,
                row ->
                    new Archived(
                        row.getLong("number"),
                        row.getString("version"),
                        Origin.valueOf(row.getString("origin")),
                        row.getDouble("confidence"),
                        row.getTimestamp("archived_at").toInstant(),
                        Labels.read(row)),
                verifier,
                before,
                from,
                from,
                half,
                half,
                limit));
  }
}
