package dev.whetstone.rollout;

import dev.whetstone.curriculum.Curriculum;
import dev.whetstone.curriculum.CurriculumState;
import dev.whetstone.curriculum.file.Curricula;
import dev.whetstone.curriculum.replay.Archive;
import dev.whetstone.curriculum.replay.Mixture;
import dev.whetstone.task.Split;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.random.RandomGenerator;
import javax.sql.DataSource;

/**
 * Tasks in bulk, for a file: chosen as a run's own requests choose them, and made on every core, a
 * batch at a time, so that any number of them fits into memory.
 */
public final class TaskBatches {
  private final Source source;

  private TaskBatches(Source source) {
    this.source = source;
  }

  /** How the levels of a task are chosen. */
  public enum LevelChoice {
    /** As the run's curriculum would ask now; at its start, where nothing was learned yet. */
    CURRICULUM,
    /** Every level that the curriculum allows alike. */
    ALL
  }

  /** Where offers come from, and where one goes that cannot be handed out. */
  private interface Source {
    List<Offer> choose(int count);

    void withdraw(List<UUID> offers);
  }

  /**
   * Some tasks in the order of their choice.
   *
   * @param chosen how many were chosen; those that are played in turns, that cannot be made or that
   *     the gate refuses are not among the tasks
   * @param played how many of them are played in turns
   */
  public record Batch(List<Made> tasks, int chosen, int played) {}

  /** Made from a seed alone: no run, and no handle that a server would know. */
  public static TaskBatches ofSeed(
      Curriculum curriculum, Split split, int groupSize, String seed, LevelChoice levels) {
    CurriculumState state = CurriculumState.start(curriculum, Map.of());
    RunRow start = row(curriculum, split, groupSize, seed, 0);
    Lessons.Known known = Lessons.Known.of(state, Archive.EMPTY, start);
    return new TaskBatches(
        new Source() {
          private long next;

          @Override
          public List<Offer> choose(int count) {
            RunRow run = row(curriculum, split, groupSize, seed, next);
            next += count;
            return Offers.draw(run, rule(known, levels), 0, count);
          }

          @Override
          public void withdraw(List<UUID> offers) {
            // Nobody knows of them.
          }
        });
  }

  private static RunRow row(
      Curriculum curriculum, Split split, int groupSize, String seed, long next) {
    return new RunRow(
        new UUID(0, 0),
        curriculum.name(),
        curriculum.source(),
        groupSize,
        split,
        seed,
        StepCheck.NONE,
        next,
        0,
        false);
  }

  private static Function<RandomGenerator, Mixture.Drawn> rule(
      Lessons.Known known, LevelChoice levels) {
    return levels == LevelChoice.ALL
        ? new EveryLevel(known.state().curriculum())::draw
        : known.mixture()::draw;
  }

  /** Tasks of a run, with handles by which any trainer's door scores and saves their candidates. */
  public static TaskBatches ofRun(
      DataSource database, Curricula curricula, UUID run, LevelChoice levels) {
    return new TaskBatches(new OfRun(database, curricula, run, levels));
  }

  private static final class OfRun implements Source {
    private final DataSource database;
    private final UUID run;
    private final LevelChoice levels;
    private final RunTable runs = new RunTable();
    private final OfferTable offers = new OfferTable();
    private final Lessons lessons;

    OfRun(DataSource database, Curricula curricula, UUID run, LevelChoice levels) {
      this.database = database;
      this.run = run;
      this.levels = levels;
      StateTable states = new StateTable(new DifficultyTable());
      this.lessons = new Lessons(curricula, offers, states, new ArchiveTable());
    }

    /** In a transaction of its own, so that a trainer on the same run waits for a batch at most. */
    @Override
    public List<Offer> choose(int count) {
      return Sql.transaction(database, connection -> choose(connection, count));
    }

    private List<Offer> choose(Connection connection, int count) throws SQLException {
      RunRow row = runs.lock(connection, run);
      if (row.finished()) throw new FinishedRun(run);
      Lessons.Known known = lessons.upToDate(connection, row);
      long learned = known.state().lessons();
      List<Offer> chosen = Offers.draw(row, rule(known, levels), learned, count);
      offers.insert(connection, chosen, Optional.empty(), Clock.systemUTC().instant());
      runs.advance(connection, row, row.nextIndex() + count, learned);
      return chosen;
    }

    @Override
    public void withdraw(List<UUID> ids) {
      Sql.transaction(
          database,
          connection -> {
            for (UUID id : ids) offers.withdraw(connection, id);
            return ids;
          });
    }
  }

  /** Chooses and makes the next tasks. */
  public Batch next(int count) {
    List<Offer> chosen = source.choose(count);
    List<Optional<Made>> all = chosen.parallelStream().map(TaskBatches::make).toList();
    List<Made> fit = new ArrayList<>();
    List<UUID> unfit = new ArrayList<>();
    int played = 0;
    for (int i = 0; i < count; i++) {
      Optional<Made> task = all.get(i);
      boolean isPlayed = task.isPresent() && task.get().task().game().isPresent();
      if (isPlayed) played++;
      if (task.isPresent() && !isPlayed) fit.add(task.get());
      else unfit.add(chosen.get(i).id());
    }
    if (!unfit.isEmpty()) source.withdraw(unfit);
    return new Batch(fit, count, played);
  }

  /** By the gate that every task of a run goes through; empty where it cannot be made. */
  private static Optional<Made> make(Offer offer) {
    try {
      Made made = new Made(offer, Workshop.task(offer));
      boolean isPlayed = made.task().game().isPresent();
      return isPlayed || Workshop.judge(made).failures().isEmpty()
          ? Optional.of(made)
          : Optional.empty();
    } catch (IllegalStateException noSuchTask) {
      return Optional.empty();
    }
  }
}
