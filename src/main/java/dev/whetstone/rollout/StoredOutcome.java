package dev.whetstone.rollout;

import dev.whetstone.task.Grade;
import dev.whetstone.task.Identity;
import dev.whetstone.task.Levels;
import dev.whetstone.task.Split;
import dev.whetstone.task.TaskFamily;
import dev.whetstone.verify.StepVerdict;
import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.hibernate.annotations.Immutable;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;

/** A row of {@code outcome}, to be read; {@link OutcomeTable} writes them. */
@Entity
@Immutable
@Table(name = "outcome")
class StoredOutcome extends PanacheEntityBase {
  @Id Long id;

  @Column(name = "run_id")
  UUID runId;

  @Column(name = "offer_id")
  UUID offerId;

  int place;
  String family;

  @Column(name = "family_version")
  String familyVersion;

  String levels;

  @Enumerated(EnumType.STRING)
  Split split;

  String salt;

  @Column(name = "task_index")
  long taskIndex;

  double probability;
  String candidate;

  @Column(name = "candidate_hash")
  byte[] candidateHash;

  @Enumerated(EnumType.STRING)
  Grade grade;

  double reward;

  @JdbcTypeCode(SqlTypes.JSON)
  String components;

  @Column(name = "error_probability")
  double errorProbability;

  String verifier;

  @JdbcTypeCode(SqlTypes.JSON)
  String steps;

  String formula;

  @Column(name = "received_at")
  Instant receivedAt;

  @Column(name = "verify_micros")
  int verifyMicros;

  /** In the order of their numbers, those after {@code id}. */
  static List<StoredOutcome> after(UUID run, long id, int limit) {
    return StoredOutcome.<StoredOutcome>find("runId = ?1 and id > ?2 order by id", run, id)
        .page(0, limit)
        .list();
  }

  Identity identity(TaskFamily maker) {
    return new Identity(
        family, familyVersion, Levels.parse(maker.controls(), levels), split, salt, taskIndex);
  }

  /** What was said of the steps. */
  Optional<StepVerdict> said() {
    return StepColumn.read(steps);
  }

  Outcome toOutcome() {
    return new Outcome(
        id,
        runId,
        new TaskHandle(offerId, familyVersion),
        place,
        family,
        familyVersion,
        levels,
        split,
        taskIndex,
        probability,
        Optional.ofNullable(candidate),
        HexFormat.of().formatHex(candidateHash),
        grade,
        reward,
        Components.read(components),
        errorProbability,
        verifier,
        said(),
        StepVerdict.sound(grade, said()),
        formula,
        receivedAt,
        verifyMicros);
  }
}
