package dev.whetstone.rollout;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.whetstone.curriculum.Curriculum;
import dev.whetstone.curriculum.CurriculumState;
import dev.whetstone.curriculum.Distribution;
import dev.whetstone.curriculum.Step;
import dev.whetstone.curriculum.file.Curricula;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * The curriculum learns: closed groups are folded, in their order and under the run's lock, just
 * before the next choice; so every process sees the same state, and it is never behind.
 */
@ApplicationScoped
class Lessons {
  private final Curricula curricula;
  private final OfferTable offers;
  private final StateTable states;

  /** Only a shortcut: used where its number of lessons is the one in the database. */
  private final Cache<UUID, Known> latest = Caffeine.newBuilder().maximumSize(500).build();

  /** A state with what follows from it. */
  record Known(CurriculumState state, Distribution distribution) {}

  Lessons(Curricula curricula, OfferTable offers, StateTable states) {
    this.curricula = curricula;
    this.offers = offers;
    this.states = states;
  }

  /** Learns what there is to learn; the run must be locked on this connection. */
  Known upToDate(Connection connection, RunRow run) throws SQLException {
    List<OfferTable.Closed> closed = offers.toLearn(connection, run.id());
    Known known = current(connection, run);
    return closed.isEmpty() ? known : learn(connection, run, known.state(), closed);
  }

  /** To be called once the transaction that learned is committed, and never before. */
  void remember(UUID run, Known known) {
    latest.put(run, known);
  }

  /** The state as last learned; nothing is changed. */
  Known current(Connection connection, RunRow run) throws SQLException {
    Known held = latest.getIfPresent(run.id());
    if (held != null && held.state().lessons() == run.lessons()) return held;
    CurriculumState state = stored(connection, run);
    return new Known(state, state.distribution(run.groupSize()));
  }

  /** The state as the database has it. */
  CurriculumState stored(Connection connection, RunRow run) throws SQLException {
    return states.load(connection, run, curriculum(run));
  }

  /** The state before any lesson; the checks are exact, so every family's s is 1 and f is 0. */
  CurriculumState fresh(RunRow run) {
    return CurriculumState.start(curriculum(run), Map.of());
  }

  private Curriculum curriculum(RunRow run) {
    return curricula.parsed(run.curriculum(), run.curriculumSource());
  }

  private Known learn(
      Connection connection, RunRow run, CurriculumState state, List<OfferTable.Closed> closed)
      throws SQLException {
    offers.learned(connection, closed, run.lessons() + 1);
    List<Step> steps = new ArrayList<>();
    for (OfferTable.Closed group : closed) {
      Step step = state.learn(group.lesson());
      state = step.state();
      steps.add(step);
    }
    states.save(connection, run.id(), steps);
    return new Known(state, state.distribution(run.groupSize()));
  }
}
