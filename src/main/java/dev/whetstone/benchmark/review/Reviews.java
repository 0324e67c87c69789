package dev.whetstone.benchmark.review;

import dev.whetstone.benchmark.label.Labelled;
import dev.whetstone.benchmark.label.Labels;
import dev.whetstone.benchmark.label.Truth;
import dev.whetstone.rollout.Sql;
import io.agroal.api.AgroalDataSource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.security.SecureRandom;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.random.RandomGenerator;
import java.util.stream.Collectors;
import javax.sql.DataSource;

/**
 * Solutions in people's hands. Each act is one transaction: when it returns it is kept whole, and
 * done again it changes nothing.
 */
@ApplicationScoped
public class Reviews {
  private final DataSource database;
  private final ReviewRules rules;
  private final Clock clock;
  private final RandomGenerator random;

  @Inject
  Reviews(AgroalDataSource database, ReviewRules rules, Clock clock) {
    this(database, rules, clock, new SecureRandom());
  }

  Reviews(DataSource database, ReviewRules rules, Clock clock, RandomGenerator random) {
    this.database = database;
    this.rules = rules;
    this.clock = clock;
    this.random = random;
  }

  /**
   * Puts a solution before the next draw, unless its key was proposed before.
   *
   * @param why any source but gold
   * @return whether it is new
   */
  public boolean propose(Proposal proposal, Source why, Value value) {
    return Sql.transaction(database, c -> propose(c, proposal, why, value, clock.instant()));
  }

  /** The same in the caller's transaction. */
  public static boolean propose(
      Connection connection, Proposal proposal, Source why, Value value, Instant now)
      throws SQLException {
    if (why == Source.GOLD) throw new IllegalArgumentException("gold is taken from labelled sets");
    return ItemTable.propose(connection, proposal, why, value, now);
  }

  /** Whether this rater may settle disputes: who is named, or where nobody is, is not flagged. */
  public boolean mayAdjudicate(String rater) {
    return rules
        .adjudicators()
        .map(names -> names.contains(rater))
        .orElseGet(() -> !Sql.snapshot(database, c -> quality(c, rater)).flagged());
  }

  /**
   * The item that the rater has in hand, else another one; empty where none is left for them. No
   * rater gets an item again that they answered or skipped.
   *
   * @param adjudicate whether to settle a dispute, in sight of its votes, rather than to judge
   */
  public Optional<Handout> next(String rater, boolean adjudicate) {
    if (adjudicate && !mayAdjudicate(rater))
      throw new IllegalArgumentException(rater + " is no adjudicator");
    Instant now = clock.instant();
    return Sql.transaction(
        database,
        c -> {
          VoteTable.lock(c);
          Optional<UUID> item = choose(c, rater, adjudicate, now);
          return item.isEmpty()
              ? Optional.<Handout>empty()
              : Optional.of(handOut(c, item.get(), rater, adjudicate, now));
        });
  }

  private Optional<UUID> choose(Connection c, String rater, boolean adjudicate, Instant now)
      throws SQLException {
    Optional<UUID> held = VoteTable.held(c, rater, adjudicate, now);
    if (held.isPresent()) return held;
    Optional<UUID> lacking = VoteTable.lacking(c, rater, adjudicate, now);
    if (adjudicate || lacking.isEmpty() || !isGoldDue(c, rater)) return lacking;
    Optional<UUID> gold = VoteTable.unseenGold(c, rater);
    return gold.isPresent() ? gold : lacking;
  }

  private boolean isGoldDue(Connection c, String rater) throws SQLException {
    return random.nextDouble() < rules.goldShare() || quality(c, rater).gold() < rules.goldFirst();
  }

  private RaterQuality quality(Connection c, String rater) throws SQLException {
    return Readings.quality(c, rater, rules.leastAccuracy());
  }

  private Handout handOut(Connection c, UUID id, String rater, boolean adjudicate, Instant now)
      throws SQLException {
    Instant until = now.plus(rules.lease());
    VoteTable.lease(c, id, rater, adjudicate, until);
    ItemTable.Item item = ItemTable.find(c, id).orElseThrow();
    List<Vote> votes = adjudicate ? VoteTable.votes(c, id) : List.of();
    int waiting = VoteTable.waiting(c, rater, adjudicate, now);
    return new Handout(
        id, item.what().solution().problem(), item.steps(), votes, until, Handout.tens(waiting));
  }

  /**
   * Keeps a rater's answer, also after its lease, and what follows from it. The same answer again
   * changes nothing.
   *
   * @throws NotLeased if the item was never handed to the rater, or was skipped
   * @throws AnsweredBefore if the rater gave another answer before
   * @throws IllegalArgumentException if there is no such step
   */
  public Receipt answer(UUID id, String rater, Answer answer) {
    Instant now = clock.instant();
    return Sql.transaction(
        database,
        c -> {
          VoteTable.lock(c);
          ItemTable.Item item = ItemTable.find(c, id).orElseThrow(() -> new NotLeased(id, rater));
          if (answer.firstError().orElse(0) >= item.steps().size())
            throw new IllegalArgumentException("there are " + item.steps().size() + " steps");
          if (VoteTable.answer(c, id, rater, answer, now)) rule(c, item, now);
          else requireSame(c, id, rater, answer);
          return receipt(c, id, rater);
        });
  }

  private static void requireSame(Connection c, UUID id, String rater, Answer answer)
      throws SQLException {
    Vote before =
        VoteTable.votes(c, id).stream()
            .filter(vote -> vote.rater().equals(rater))
            .findFirst()
            .orElseThrow(() -> new NotLeased(id, rater));
    if (!before.answer().equals(answer)) throw new AnsweredBefore(id, rater);
  }

  private void rule(Connection c, ItemTable.Item item, Instant now) throws SQLException {
    if (item.state() != ReviewState.OPEN && item.state() != ReviewState.DISPUTED) return;
    List<Vote> votes = VoteTable.votes(c, item.id());
    switch (Ruling.of(votes, item.raters(), Readings.flagged(c, votes, rules.leastAccuracy()))) {
      case Ruling.Undecided _ -> {}
      case Ruling.Doubted _ -> ItemTable.askTwo(c, item.id());
      case Ruling.Disputed _ -> ItemTable.move(c, item.id(), ReviewState.DISPUTED);
      case Ruling.Decided decided -> {
        ItemTable.decide(c, item.id(), decided.answer(), now);
        Labels.add(c, labelled(item.what(), decided));
      }
    }
  }

  private Labelled labelled(Proposal what, Ruling.Decided decided) {
    String raters = decided.by().stream().map(Vote::rater).collect(Collectors.joining(", "));
    boolean settled = decided.by().getFirst().adjudicates();
    String labeller = (settled ? "review, adjudicated by " : "review by ") + raters;
    return new Labelled(
        rules.set(),
        what.key(),
        what.split(),
        what.solution(),
        Truth.ofFirstError(what.solution().steps().size(), decided.answer().firstError()),
        what.finalAnswerCorrect(),
        new Labelled.Provenance(what.generator(), labeller, what.licence()));
  }

  /**
   * Leaves the item to others; too many skips drop it.
   *
   * @throws NotLeased if the item was never handed to the rater
   * @throws AnsweredBefore if the rater has answered it
   */
  public Receipt skip(UUID id, String rater) {
    Instant now = clock.instant();
    return Sql.transaction(
        database,
        c -> {
          VoteTable.lock(c);
          ItemTable.Item item = ItemTable.find(c, id).orElseThrow(() -> new NotLeased(id, rater));
          if (VoteTable.skip(c, id, rater, now)) drop(c, item);
          else requireSkipped(c, id, rater);
          return receipt(c, id, rater);
        });
  }

  private void drop(Connection c, ItemTable.Item item) throws SQLException {
    boolean pending = item.state() == ReviewState.OPEN || item.state() == ReviewState.DISPUTED;
    if (pending && VoteTable.skips(c, item.id()) >= rules.maxSkips())
      ItemTable.move(c, item.id(), ReviewState.DROPPED);
  }

  private static void requireSkipped(Connection c, UUID id, String rater) throws SQLException {
    if (VoteTable.isSkipped(c, id, rater)) return;
    boolean answered = VoteTable.votes(c, id).stream().anyMatch(v -> v.rater().equals(rater));
    throw answered ? new AnsweredBefore(id, rater) : new NotLeased(id, rater);
  }

  private static Receipt receipt(Connection c, UUID id, String rater) throws SQLException {
    return new Receipt(id, rater, VoteTable.answered(c, rater));
  }

  /** How many steps an item has; empty where there is no such item. */
  public Optional<Integer> steps(UUID id) {
    return Sql.snapshot(database, c -> ItemTable.find(c, id).map(item -> item.steps().size()));
  }

  /** An item whose votes are in: disputed, or decided; empty for any other, so that none leaks. */
  public Optional<Reviewed> reviewed(UUID id) {
    return Sql.snapshot(database, c -> Readings.reviewed(c, id));
  }

  /**
   * The latest decided items, or the disputed ones, the most valuable first.
   *
   * @param state done or disputed
   */
  public List<Reviewed> reviewed(ReviewState state, int limit) {
    return Sql.snapshot(database, c -> Readings.reviewed(c, state, limit));
  }

  public Statistics statistics() {
    Instant now = clock.instant();
    return Sql.snapshot(database, c -> Readings.statistics(c, now, rules.leastAccuracy()));
  }
}
