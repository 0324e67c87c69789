package dev.whetstone.rollout;

import dev.whetstone.task.Split;
import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import io.quarkus.panache.common.Sort;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** A row of {@code run}. */
@Entity
@Table(name = "run")
class StoredRun extends PanacheEntityBase {
  @Id UUID id;
  String name;
  String curriculum;

  @Column(name = "curriculum_source")
  String curriculumSource;

  @Column(name = "curriculum_hash")
  String curriculumHash;

  @Column(name = "group_size")
  int groupSize;

  @Enumerated(EnumType.STRING)
  Split split;

  String salt;

  @Enumerated(EnumType.STRING)
  StepCheck steps;

  @Column(name = "next_index")
  long nextIndex;

  long lessons;

  @Column(name = "created_at")
  Instant createdAt;

  @Column(name = "finished_at")
  Instant finishedAt;

  static StoredRun known(UUID id) {
    return StoredRun.<StoredRun>findByIdOptional(id).orElseThrow(() -> new UnknownRun(id));
  }

  /** Newest first. */
  static List<StoredRun> page(int page, int size) {
    return StoredRun.<StoredRun>findAll(Sort.descending("createdAt", "id")).page(page, size).list();
  }

  Run toRun() {
    return new Run(
        id,
        name,
        curriculum,
        curriculumHash,
        groupSize,
        split,
        steps,
        nextIndex,
        lessons,
        createdAt,
        Optional.ofNullable(finishedAt));
  }
}
