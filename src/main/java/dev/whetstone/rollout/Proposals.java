package dev.whetstone.rollout;

import dev.whetstone.curriculum.Cell;
import dev.whetstone.reward.LearnabilityShape;
import dev.whetstone.task.Identity;
import dev.whetstone.task.gate.Sketch;
import io.agroal.api.AgroalDataSource;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.IntStream;

/**
 * Tasks that a proposing model posts. The gate judges them outside any transaction; comparing them
 * with each other, and making tasks of those let through, are one under the run's lock.
 */
@ApplicationScoped
public class Proposals {
  private final AgroalDataSource database;
  private final RunTable runs;
  private final OfferTable offers;
  private final ProposalTable table;
  private final Lessons lessons;
  private final Clock clock;

  Proposals(
      AgroalDataSource database,
      RunTable runs,
      OfferTable offers,
      ProposalTable table,
      Lessons lessons,
      Clock clock) {
    this.database = database;
    this.runs = runs;
    this.offers = offers;
    this.table = table;
    this.lessons = lessons;
    this.clock = clock;
  }

  /**
   * Judges proposals, one result each, in their order.
   *
   * @param key the request's idempotency key; the same key gives the same proposals again
   * @throws UnknownRun if there is no such run
   * @throws FinishedRun if it is finished
   * @throws KeyReused if the key was used for other proposals, or another shape
   */
  public List<Proposal> propose(
      UUID run, List<Proposed> proposed, LearnabilityShape shape, Optional<String> key) {
    RunRow row = Sql.snapshot(database, connection -> runs.read(connection, run));
    List<Gated> gated = proposed.stream().map(p -> Gated.of(p, row.split())).toList();
    String request = key.orElseGet(() -> UUID.randomUUID().toString());
    return Sql.transaction(database, connection -> save(connection, run, gated, shape, request));
  }

  /**
   * A page of a run's proposals, in the order in which they came.
   *
   * @param after the last one read
   * @throws UnknownRun if there is no such run
   */
  public List<Proposal> page(UUID run, Optional<UUID> after, int limit) {
    return Sql.snapshot(
        database,
        connection -> {
          runs.read(connection, run);
          return table.page(connection, run, after, limit);
        });
  }

  private List<Proposal> save(
      Connection connection, UUID id, List<Gated> gated, LearnabilityShape shape, String request)
      throws SQLException {
    RunRow run = runs.lock(connection, id);
    List<String> keys = IntStream.range(0, gated.size()).mapToObj(i -> request + " " + i).toList();
    if (isKnown(connection, id, request, keys, gated, shape))
      return table.byKeys(connection, id, keys);
    if (run.finished()) throw new FinishedRun(id);
    List<Sketch> earlier = new ArrayList<>(table.sketches(connection, id));
    long next = run.nextIndex();
    for (int i = 0; i < gated.size(); i++) {
      Gated item = gated.get(i).against(earlier);
      Optional<UUID> offer = Optional.empty();
      if (item.admission().isAdmitted()) {
        offer = Optional.of(offer(connection, run, item, next++));
        item.sketch().ifPresent(earlier::add);
      }
      table.insert(connection, id, item, offer, shape, keys.get(i), clock.instant());
    }
    runs.advance(connection, run, next, run.lessons());
    return table.byKeys(connection, id, keys);
  }

  private boolean isKnown(
      Connection connection,
      UUID run,
      String request,
      List<String> keys,
      List<Gated> gated,
      LearnabilityShape shape)
      throws SQLException {
    List<String> further = new ArrayList<>(keys);
    further.add(request + " " + keys.size());
    int known = table.byKeys(connection, run, further).size();
    if (known == 0) return false;
    List<Proposed> proposed = gated.stream().map(Gated::proposed).toList();
    if (known != keys.size() || !table.holds(connection, run, keys, proposed, shape))
      throw new KeyReused(request);
    return true;
  }

  /** The curriculum learns from it as from its own, where it allows the cell. */
  private UUID offer(Connection connection, RunRow run, Gated item, long number)
      throws SQLException {
    Identity identity = item.identity().orElseThrow();
    Offer offer =
        new Offer(
            Ids.next(),
            run.id(),
            identity,
            run.groupSize(),
            1,
            run.lessons(),
            run.steps(),
            number,
            Optional.empty(),
            item.posed());
    boolean teaches =
        item.posed().isEmpty()
            && lessons.allows(run, new Cell(identity.family(), identity.levels()));
    Instant now = clock.instant();
    offers.insertProposed(connection, offer, item.seed(), teaches, now);
    return offer.id();
  }
}
