package dev.whetstone.rollout;

import static org.jboss.logging.Logger.Level.DEBUG;
import static org.jboss.logging.Logger.Level.WARN;

import dev.whetstone.curriculum.Cell;
import dev.whetstone.curriculum.replay.Edit;
import dev.whetstone.curriculum.replay.Mixture;
import dev.whetstone.curriculum.replay.Origin;
import dev.whetstone.task.Hash;
import dev.whetstone.task.Identity;
import dev.whetstone.task.TaskFamily;
import dev.whetstone.task.family.Families;
import dev.whetstone.task.gate.Failure;
import io.agroal.api.AgroalDataSource;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.UUID;
import java.util.concurrent.Semaphore;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Function;
import java.util.random.RandomGenerator;
import java.util.stream.Stream;
import org.jboss.logging.Logger;

/** Hands out tasks: the curriculum chooses in a short transaction, the tasks are made after it. */
@ApplicationScoped
public class Offers {
  private static final int TURNS = 64;
  private static final int SMALL = 8;
  private static final Logger LOG = Logger.getLogger(Offers.class);

  /** A run's choices go one after another. */
  private final Lock[] turns =
      Stream.generate(ReentrantLock::new).limit(TURNS).toArray(Lock[]::new);

  private final Semaphore makers =
      new Semaphore(Math.max(1, Runtime.getRuntime().availableProcessors() - 1), true);

  private final AgroalDataSource database;
  private final RunTable runs;
  private final Lessons lessons;
  private final OfferTable table;
  private final Workshop workshop;
  private final Meters meters;
  private final Clock clock;

  Offers(
      AgroalDataSource database,
      RunTable runs,
      Lessons lessons,
      OfferTable table,
      Workshop workshop,
      Meters meters,
      Clock clock) {
    this.database = database;
    this.runs = runs;
    this.lessons = lessons;
    this.table = table;
    this.workshop = workshop;
    this.meters = meters;
    this.clock = clock;
  }

  /**
   * Chooses and makes {@code count} tasks.
   *
   * @param key the request's idempotency key; the same key gives the same tasks again
   * @throws UnknownRun if there is no such run
   * @throws FinishedRun if it is finished
   * @throws KeyReused if the key was used for another count
   */
  public List<Made> hand(UUID run, int count, Optional<String> key) {
    List<Offer> chosen = chosen(run, count, key);
    List<Made> made = chosen.size() > SMALL ? makeInTurn(chosen) : make(chosen);
    meters.handed(made);
    return made;
  }

  /** Large batches leave a core to everybody else. */
  private List<Made> makeInTurn(List<Offer> chosen) {
    makers.acquireUninterruptibly();
    try {
      return make(chosen);
    } finally {
      makers.release();
    }
  }

  @SuppressWarnings("ThreadPriorityCheck") // fairness, not correctness, rests on the yield
  private List<Made> make(List<Offer> chosen) {
    List<Made> made = new ArrayList<>();
    for (Offer offer : chosen) {
      make(offer).ifPresent(made::add);
      Thread.yield(); // a slow family gives way to the other requests after each task
    }
    return made;
  }

  /** One process waits for itself here, which is cheaper than in the database. */
  private List<Offer> chosen(UUID run, int count, Optional<String> key) {
    Lock turn = turns[Math.floorMod(run.hashCode(), turns.length)];
    turn.lock();
    try {
      Chosen chosen = Sql.transaction(database, connection -> choose(connection, run, count, key));
      chosen.known.ifPresent(known -> lessons.remember(run, known));
      return chosen.offers;
    } finally {
      turn.unlock();
    }
  }

  /** Offers, and the state they were chosen by where they are new ones. */
  private record Chosen(List<Offer> offers, Optional<Lessons.Known> known) {}

  private Chosen choose(Connection connection, UUID runId, int count, Optional<String> key)
      throws SQLException {
    RunRow run = runs.lock(connection, runId);
    List<Offer> earlier = key.isPresent() ? table.byKey(connection, run, key.get()) : List.of();
    if (!earlier.isEmpty())
      return new Chosen(sameAsBefore(earlier, count, key.orElseThrow()), Optional.empty());
    if (run.finished()) throw new FinishedRun(runId);
    Lessons.Known known = lessons.upToDate(connection, run);
    List<Offer> offers = draw(run, known, count);
    table.insert(connection, offers, key, clock.instant());
    runs.advance(connection, run, run.nextIndex() + count, known.state().lessons());
    return new Chosen(offers, Optional.of(known));
  }

  private static List<Offer> sameAsBefore(List<Offer> earlier, int count, String key) {
    if (earlier.size() != count) throw new KeyReused(key);
    return earlier;
  }

  /** The choice can be made again: it depends on the run's salt, the index and the lessons. */
  static List<Offer> draw(RunRow run, Lessons.Known known, int count) {
    return draw(run, known.mixture()::draw, known.state().lessons(), count);
  }

  /** The same where another rule draws the cells. */
  static List<Offer> draw(
      RunRow run, Function<RandomGenerator, Mixture.Drawn> rule, long lessons, int count) {
    List<Offer> offers = new ArrayList<>();
    for (long index = run.nextIndex(); index < run.nextIndex() + count; index++) {
      long seed = Hash.of("choice", run.salt(), Long.toString(index)).asLong();
      offers.add(offer(run, rule.apply(new SplittableRandom(seed)), index, lessons));
    }
    return offers;
  }

  private static Offer offer(RunRow run, Mixture.Drawn drawn, long number, long lessons) {
    Cell cell = drawn.cell();
    Optional<Origin> origin = drawn.origin();
    long index = origin.filter(Offers::isAskedAgain).map(Origin::parent).orElse(number);
    TaskFamily family =
        Families.named(cell.family())
            .orElseThrow(() -> new IllegalStateException("there is no family " + cell.family()));
    Identity identity = Identity.of(family, cell.levels(), run.split(), run.salt(), index);
    return new Offer(
        Ids.next(),
        run.id(),
        identity,
        run.groupSize(),
        drawn.probability(),
        lessons,
        run.steps(),
        number,
        origin,
        Optional.empty());
  }

  private static boolean isAskedAgain(Origin origin) {
    return origin.edit() == Edit.SAME;
  }

  /** A task that cannot be made, or that the gate refuses, is withdrawn, and teaches nothing. */
  private Optional<Made> make(Offer offer) {
    long start = System.nanoTime();
    try {
      Made made = workshop.make(offer);
      List<Failure> failures = Workshop.judge(made).failures();
      if (failures.isEmpty()) return Optional.of(made);
      LOG.logf(
          offer.origin().isPresent() ? DEBUG : WARN, "%s is refused: %s", offer.handle(), failures);
      meters.refused(offer, failures);
      withdraw(offer);
      return Optional.empty();
    } catch (RuntimeException e) {
      LOG.errorf(e, "task %s of %s cannot be made", offer.id(), offer.identity().family());
      withdraw(offer);
      return Optional.empty();
    } finally {
      meters.admitted(offer, System.nanoTime() - start);
    }
  }

  private void withdraw(Offer offer) {
    Sql.transaction(
        database,
        connection -> {
          table.withdraw(connection, offer.id());
          return offer;
        });
  }
}
