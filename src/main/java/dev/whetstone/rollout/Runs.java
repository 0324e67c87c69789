package dev.whetstone.rollout;

import dev.whetstone.curriculum.Curriculum;
import dev.whetstone.curriculum.file.Curricula;
import dev.whetstone.task.Split;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** The training jobs. */
@ApplicationScoped
public class Runs {
  private final Curricula curricula;
  private final Clock clock;

  Runs(Curricula curricula, Clock clock) {
    this.curricula = curricula;
    this.clock = clock;
  }

  /**
   * What a new run is to be.
   *
   * @param seed makes the tasks of this run repeatable, and known to whoever knows it; a secret one
   *     is drawn where it is absent
   */
  public record NewRun(
      String name, String curriculum, int groupSize, Split split, Optional<String> seed) {}

  /**
   * @throws dev.whetstone.curriculum.file.UnknownCurriculum if there is none of that name
   */
  @Transactional
  public Run create(NewRun wanted) {
    Curriculum curriculum = curricula.named(wanted.curriculum());
    StoredRun run = new StoredRun();
    run.id = Ids.next();
    run.name = wanted.name();
    run.curriculum = wanted.curriculum();
    run.curriculumSource = curriculum.source();
    run.curriculumHash = curriculum.sha256();
    run.groupSize = wanted.groupSize();
    run.split = wanted.split();
    run.salt = wanted.seed().orElseGet(() -> UUID.randomUUID().toString());
    run.createdAt = clock.instant();
    run.persist();
    return run.toRun();
  }

  @Transactional
  public Run known(UUID id) {
    return StoredRun.known(id).toRun();
  }

  /** Newest first. */
  @Transactional
  public List<Run> page(int page, int size) {
    return StoredRun.page(page, size).stream().map(StoredRun::toRun).toList();
  }

  /** Finishing a finished run changes nothing. */
  @Transactional
  public Run finish(UUID id) {
    StoredRun run = StoredRun.known(id);
    if (run.finishedAt == null) run.finishedAt = clock.instant();
    return run.toRun();
  }
}
