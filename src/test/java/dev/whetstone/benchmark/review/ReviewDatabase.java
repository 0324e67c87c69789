package dev.whetstone.benchmark.review;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.whetstone.benchmark.label.Labelled;
import dev.whetstone.benchmark.label.Labels;
import dev.whetstone.cli.TestDatabase;
import dev.whetstone.model.Derivation;
import dev.whetstone.rollout.DatabaseFault;
import dev.whetstone.rollout.Sql;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.SplittableRandom;
import java.util.UUID;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.extension.RegisterExtension;

/** A review queue in a PostgreSQL of its own, empty before each test. */
abstract class ReviewDatabase {
  static final Answer RIGHT = new Answer(OptionalInt.empty(), 1, "fine");
  static final Answer WRONG = new Answer(OptionalInt.of(1), 0, "<b>2 + 2</b> is 4");
  static final Answer GAP = new Answer(OptionalInt.empty(), 0.5, "");

  @RegisterExtension static final TestDatabase DATABASE = new TestDatabase();

  Instant now = Instant.parse("2026-01-02T12:00:00Z");
  final Clock clock = new Ticking();

  /** Stands until it is moved, and moves a second with each look, so that votes have an order. */
  private final class Ticking extends Clock {
    @Override
    public synchronized Instant instant() {
      now = now.plusSeconds(1);
      return now;
    }

    @Override
    public ZoneId getZone() {
      return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
      return this;
    }
  }

  @BeforeEach
  void empty() {
    run(
        "TRUNCATE review_vote, review_item, review_frame, review_draw, outcome, offer, run,"
            + " label_set CASCADE");
  }

  private static int run(String sql, Object... values) {
    return Sql.transaction(DATABASE.source(), c -> Sql.update(c, sql, values));
  }

  Reviews reviews(ReviewRules rules) {
    return reviews(DATABASE.source(), rules);
  }

  Reviews reviews(DataSource source, ReviewRules rules) {
    return new Reviews(source, rules, clock, new SplittableRandom(1));
  }

  int draw(ReviewRules rules, long seed) {
    return draw(DATABASE.source(), rules, seed);
  }

  int draw(DataSource source, ReviewRules rules, long seed) {
    return Sql.transaction(
        source, c -> new Draws(c, rules, clock.instant(), new SplittableRandom(seed)).draw());
  }

  static Proposal proposal(String key) {
    return new Proposal(
        key,
        Labelled.Split.TRAIN,
        new Derivation("What is 2 + 2?", List.of("One step.", "2 + 2 = 5 <script>", "So 5.")),
        Optional.of(false),
        "a policy",
        "Apache-2.0",
        false);
  }

  /** Proposed and drawn, all of them; those proposed first are worth most. */
  Reviews with(ReviewRules rules, int items) {
    Reviews reviews = reviews(rules);
    for (int i = 0; i < items; i++)
      assertTrue(
          reviews.propose(
              proposal("item-" + i), Source.DISAGREEMENT, Value.undecided(0.5, items - i)));
    assertEquals(items, draw(rules, 1));
    return reviews;
  }

  static UUID take(Reviews reviews, String rater) {
    return reviews.next(rater, false).orElseThrow().item();
  }

  static List<Labelled> labels() {
    try {
      return new Labels(DATABASE.source()).list("reviewed", Optional.empty());
    } catch (SQLException e) {
      throw new DatabaseFault(e);
    }
  }
}
