package dev.whetstone.rollout;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.whetstone.curriculum.CurriculumState;
import dev.whetstone.curriculum.Distribution;
import dev.whetstone.curriculum.Step;
import dev.whetstone.curriculum.file.Curricula;
import dev.whetstone.task.TaskFamily;
import dev.whetstone.task.family.Families;
import dev.whetstone.verify.Reliability;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;

/**
 * The curriculum learns: closed groups are folded, in their order and under the run's lock, just
 * before the next choice; so every process sees the same state, and it is never behind.
 */
@ApplicationScoped
class Lessons {
  /**
   * An exact check passes every right answer, and of the wrong ones only a lucky guess: where
   * guessing pays, half right is no sign of learning (U in the curriculum takes it out).
   */
  static final Map<String, Reliability> RELIABILITY =
      Families.all().stream()
          .filter(family -> family.chance() >= 0.2)
          .collect(
              Collectors.toUnmodifiableMap(
                  TaskFamily::name, family -> new Reliability(1, family.chance())));

  private final Curricula curricula;
  private final OfferTable offers;
  private final StateTable states;
  private final RolloutLimits limits;
  private final Clock clock;

  /** Only a shortcut: used where its number of lessons is the one in the database. */
  private final Cache<UUID, Known> latest = Caffeine.newBuilder().maximumSize(500).build();

  /** A state with what follows from it. */
  record Known(CurriculumState state, Distribution distribution) {}

  Lessons(
      Curricula curricula,
      OfferTable offers,
      StateTable states,
      RolloutLimits limits,
      Clock clock) {
    this.curricula = curricula;
    this.offers = offers;
    this.states = states;
    this.limits = limits;
    this.clock = clock;
  }

  /** The run, locked until the transaction ends. */
  StoredRun lock(UUID id) {
    StoredRun run = StoredRun.findById(id, LockModeType.PESSIMISTIC_WRITE);
    if (run == null) throw new UnknownRun(id);
    return run;
  }

  /** Learns what there is to learn; the run must be locked. */
  Known upToDate(StoredRun run) {
    offers.closeOlderThan(run.id, clock.instant().minus(limits.offerLife()));
    List<OfferTable.Closed> closed = offers.toLearn(run.id);
    Known known = current(run);
    if (!closed.isEmpty()) known = learn(run, known.state(), closed);
    latest.put(run.id, known);
    return known;
  }

  void forget(UUID run) {
    latest.invalidate(run);
  }

  /** The state as last learned; nothing is changed. */
  Known current(StoredRun run) {
    Known held = latest.getIfPresent(run.id);
    if (held != null && held.state().lessons() == run.lessons) return held;
    CurriculumState state = stored(run);
    return new Known(state, state.distribution(run.groupSize));
  }

  /** The state as the database has it. */
  CurriculumState stored(StoredRun run) {
    return states.load(run, curricula.parsed(run.curriculum, run.curriculumSource));
  }

  /** The state before any lesson. */
  CurriculumState fresh(StoredRun run) {
    return CurriculumState.start(
        curricula.parsed(run.curriculum, run.curriculumSource), RELIABILITY);
  }

  private Known learn(StoredRun run, CurriculumState state, List<OfferTable.Closed> closed) {
    offers.learned(closed, run.lessons + 1);
    List<Step> steps = new ArrayList<>();
    for (OfferTable.Closed group : closed) {
      Step step = state.learn(group.lesson());
      state = step.state();
      steps.add(step);
    }
    states.save(run.id, steps);
    run.lessons = state.lessons();
    return new Known(state, state.distribution(run.groupSize));
  }
}
