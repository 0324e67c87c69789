package dev.whetstone.rollout;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.whetstone.curriculum.Cell;
import dev.whetstone.curriculum.Curriculum;
import dev.whetstone.curriculum.CurriculumState;
import dev.whetstone.curriculum.Replay;
import dev.whetstone.curriculum.Step;
import dev.whetstone.curriculum.file.Curricula;
import dev.whetstone.curriculum.replay.Archive;
import dev.whetstone.curriculum.replay.Group;
import dev.whetstone.curriculum.replay.Mixture;
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
  private final ArchiveTable archives;

  /** Only a shortcut: used where its number of lessons is the one in the database. */
  private final Cache<UUID, Known> latest = Caffeine.newBuilder().maximumSize(500).build();

  /** A state with what follows from it. */
  record Known(CurriculumState state, Archive archive, Mixture mixture) {
    static Known of(CurriculumState state, Archive archive, RunRow run) {
      return new Known(state, archive, Mixture.of(state, archive, run.groupSize()));
    }
  }

  Lessons(Curricula curricula, OfferTable offers, StateTable states, ArchiveTable archives) {
    this.curricula = curricula;
    this.offers = offers;
    this.states = states;
    this.archives = archives;
  }

  /** Learns what there is to learn; the run must be locked on this connection. */
  Known upToDate(Connection connection, RunRow run) throws SQLException {
    List<OfferTable.Closed> closed = offers.toLearn(connection, run);
    Known known = current(connection, run);
    return closed.isEmpty() ? known : learn(connection, run, known, closed);
  }

  /** To be called once the transaction that learned is committed, and never before. */
  void remember(UUID run, Known known) {
    latest.put(run, known);
  }

  /** The state as last learned; nothing is changed. */
  Known current(Connection connection, RunRow run) throws SQLException {
    Known held = latest.getIfPresent(run.id());
    if (held != null && held.state().lessons() == run.lessons()) return held;
    return Known.of(stored(connection, run), archive(connection, run), run);
  }

  /** The state as the database has it. */
  CurriculumState stored(Connection connection, RunRow run) throws SQLException {
    return states.load(connection, run, curriculum(run));
  }

  /** The archive as the database has it; empty where the curriculum asks nothing again. */
  Archive archive(Connection connection, RunRow run) throws SQLException {
    return curriculum(run).replay().isOn() ? archives.load(connection, run.id()) : Archive.EMPTY;
  }

  /** The state before any lesson; the checks are exact, so every family's s is 1 and f is 0. */
  CurriculumState fresh(RunRow run) {
    return CurriculumState.start(curriculum(run), Map.of());
  }

  /** Whether the run's curriculum has this cell. */
  boolean allows(RunRow run, Cell cell) {
    return curriculum(run).families().stream()
        .anyMatch(range -> range.name().equals(cell.family()) && range.allows(cell.levels()));
  }

  private Curriculum curriculum(RunRow run) {
    return curricula.parsed(run.curriculum(), run.curriculumSource());
  }

  private Known learn(
      Connection connection, RunRow run, Known before, List<OfferTable.Closed> closed)
      throws SQLException {
    offers.learned(connection, closed, run.lessons() + 1);
    List<Step> steps = new ArrayList<>();
    CurriculumState state = before.state();
    Archive archive = before.archive();
    for (OfferTable.Closed offer : closed) {
      Step step = state.learn(offer.lesson());
      state = step.state();
      archive = archived(archive, offer.group(), state);
      steps.add(step);
    }
    states.save(connection, run.id(), steps);
    archives.save(connection, run.id(), before.archive(), archive);
    return Known.of(state, archive, run);
  }

  /** The archive after a group of which this is the state. */
  static Archive archived(Archive before, Group group, CurriculumState after) {
    Replay replay = after.curriculum().replay();
    return replay.isOn() ? before.after(group, after.lessons(), replay.capacity()) : before;
  }
}
