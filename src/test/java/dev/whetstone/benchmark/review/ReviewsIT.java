package dev.whetstone.benchmark.review;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.whetstone.benchmark.label.Labelled;
import dev.whetstone.benchmark.label.Labels;
import dev.whetstone.benchmark.label.Truth;
import dev.whetstone.cli.Database;
import dev.whetstone.cli.DatabaseOptions;
import dev.whetstone.model.Derivation;
import dev.whetstone.rollout.DatabaseFault;
import dev.whetstone.rollout.Sql;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

/** The review queue in a PostgreSQL of its own. */
class ReviewsIT {
  private static final Answer RIGHT = new Answer(OptionalInt.empty(), 1, "fine");
  private static final Answer WRONG = new Answer(OptionalInt.of(1), 0, "<b>2 + 2</b> is 4");
  private static final Answer GAP = new Answer(OptionalInt.empty(), 0.5, "");

  @TempDir private static Path data;
  private static Database database;

  private Instant now = Instant.parse("2026-01-02T12:00:00Z");
  private final Clock clock = new Ticking();

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

  @BeforeAll
  static void open() throws IOException {
    database =
        Database.open(
            CommandLine.populateCommand(new DatabaseOptions(), "--data", data.toString()));
  }

  @AfterAll
  static void close() {
    if (database != null) database.close();
  }

  @BeforeEach
  void empty() {
    run(
        "TRUNCATE review_vote, review_item, review_frame, review_draw, outcome, offer, run,"
            + " label_set CASCADE");
  }

  private static int run(String sql, Object... values) {
    return Sql.transaction(database.dataSource(), c -> Sql.update(c, sql, values));
  }

  private Reviews reviews(ReviewRules rules) {
    return reviews(database.dataSource(), rules);
  }

  private Reviews reviews(DataSource source, ReviewRules rules) {
    return new Reviews(source, rules, clock, new SplittableRandom(1));
  }

  private int draw(ReviewRules rules, long seed) {
    return draw(database.dataSource(), rules, seed);
  }

  private int draw(DataSource source, ReviewRules rules, long seed) {
    return Sql.transaction(
        source, c -> new Draws(c, rules, clock.instant(), new SplittableRandom(seed)).draw());
  }

  private static Proposal proposal(String key) {
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
  private Reviews with(ReviewRules rules, int items) {
    Reviews reviews = reviews(rules);
    for (int i = 0; i < items; i++)
      assertTrue(
          reviews.propose(
              proposal("item-" + i), Source.DISAGREEMENT, Value.undecided(0.5, items - i)));
    assertEquals(items, draw(rules, 1));
    return reviews;
  }

  private static UUID take(Reviews reviews, String rater) {
    return reviews.next(rater, false).orElseThrow().item();
  }

  private static List<Labelled> labels() {
    try {
      return new Labels(database.dataSource()).list("reviewed", Optional.empty());
    } catch (SQLException e) {
      throw new DatabaseFault(e);
    }
  }

  @Test
  void aSingleRatersAnswerBecomesALabelWithItsOrigin() {
    Reviews reviews = with(FixedRules.SINGLE, 1);
    Handout handout = reviews.next("ann", false).orElseThrow();
    assertEquals("2 + 2 = 5 <script>", handout.steps().get(1), "hostile text stays as it is");

    assertEquals(1, reviews.answer(handout.item(), "ann", WRONG).answered());

    Labelled label = labels().getFirst();
    assertEquals("item-0", label.id());
    assertEquals(Labelled.Split.TRAIN, label.split());
    assertEquals(Truth.ofFirstError(3, OptionalInt.of(1)), label.truth());
    assertEquals(
        new Labelled.Provenance("a policy", "review by ann", "Apache-2.0"), label.provenance());
    Reviewed reviewed = reviews.reviewed(handout.item()).orElseThrow();
    assertEquals(State.DONE, reviewed.state());
    assertEquals(Optional.of(0.0), reviewed.score());
    assertEquals(List.of("ann"), reviewed.votes().stream().map(Vote::rater).toList());
    assertEquals(List.of(reviewed), reviews.reviewed(State.DONE, 10));
    assertTrue(reviews.next("ben", false).isEmpty());
  }

  @Test
  void theMostValuableComesFirst() {
    Reviews reviews = with(FixedRules.SINGLE, 3);
    List<String> keys = new ArrayList<>();
    for (int i = 0; i < 3; i++) {
      UUID item = take(reviews, "ann");
      reviews.answer(item, "ann", RIGHT);
      keys.add(reviews.reviewed(item).orElseThrow().key());
    }
    assertEquals(List.of("item-0", "item-1", "item-2"), keys);
  }

  @Test
  void theSameAnswerAgainChangesNothingAndAnotherIsRefused() {
    Reviews reviews = with(FixedRules.SINGLE, 1);
    UUID item = take(reviews, "ann");
    Receipt receipt = reviews.answer(item, "ann", RIGHT);
    assertEquals(receipt, reviews.answer(item, "ann", RIGHT));
    assertThrows(AnsweredBefore.class, () -> reviews.answer(item, "ann", WRONG));
    assertThrows(AnsweredBefore.class, () -> reviews.skip(item, "ann"));
    assertEquals(1, labels().size());
    assertFalse(labels().getFirst().truth().hasError());
  }

  @Test
  void nobodyAnswersWhatTheyWereNeverHanded() {
    Reviews reviews = with(FixedRules.SINGLE, 1);
    UUID item = take(reviews, "ann");
    assertThrows(NotLeased.class, () -> reviews.answer(item, "ben", RIGHT));
    assertThrows(NotLeased.class, () -> reviews.skip(item, "ben"));
    assertThrows(NotLeased.class, () -> reviews.answer(UUID.randomUUID(), "ann", RIGHT));
    Answer beyond = new Answer(OptionalInt.of(3), 0, "");
    assertThrows(IllegalArgumentException.class, () -> reviews.answer(item, "ann", beyond));
    assertEquals(List.of(), labels());
  }

  @Test
  void whoAsksAgainGetsTheItemInHand() {
    Reviews reviews = with(FixedRules.SINGLE, 2);
    UUID item = take(reviews, "ann");
    assertEquals(item, take(reviews, "ann"));
    assertEquals(item, take(reviews(FixedRules.SINGLE), "ann"), "after a restart");
    assertEquals(1, reviews.statistics().leased());
  }

  @Test
  void aLeaseThatRanOutGivesTheItemToOthersAndTheLateAnswerStillCounts() {
    Reviews reviews = with(FixedRules.SINGLE, 1);
    UUID item = take(reviews, "ann");
    assertTrue(reviews.next("ben", false).isEmpty());
    now = now.plus(Duration.ofMinutes(31));
    assertEquals(item, take(reviews, "ben"));

    reviews.answer(item, "ann", WRONG);
    reviews.answer(item, "ben", RIGHT);

    assertEquals(1, labels().size());
    assertTrue(labels().getFirst().truth().hasError(), "the first answer decides");
    Reviewed reviewed = reviews.reviewed(item).orElseThrow();
    assertEquals(List.of("ann", "ben"), reviewed.votes().stream().map(Vote::rater).toList());
  }

  @Test
  void noRaterSeesAnItemTwiceThatTheyAnsweredOrSkipped() {
    Reviews reviews = with(FixedRules.DOUBLE, 2);
    UUID first = take(reviews, "ann");
    reviews.answer(first, "ann", RIGHT);
    UUID second = take(reviews, "ann");
    reviews.skip(second, "ann");
    assertEquals(reviews.skip(second, "ann"), reviews.skip(second, "ann"));
    assertThrows(NotLeased.class, () -> reviews.answer(second, "ann", RIGHT));
    assertTrue(reviews.next("ann", false).isEmpty());
    assertEquals(Set.of(first), Set.of(take(reviews, "ben")));
  }

  @Test
  void whatTooManySkipIsDropped() {
    Reviews reviews = with(FixedRules.SINGLE, 1);
    for (String rater : List.of("ann", "ben", "carol")) reviews.skip(take(reviews, rater), rater);
    assertTrue(reviews.next("dan", false).isEmpty());
    assertEquals(
        List.of(new Statistics.Count(Source.DISAGREEMENT, State.DROPPED, 1)),
        reviews.statistics().items());
  }

  @Test
  void twoWhoAgreeMakeALabelAndTwoWhoDoNotAThirdSettles() {
    Reviews reviews = with(FixedRules.DOUBLE, 2);
    UUID agreed = take(reviews, "ann");
    reviews.answer(agreed, "ann", RIGHT);
    reviews.answer(take(reviews, "ben"), "ben", RIGHT);
    assertEquals("review by ann, ben", labels().getFirst().provenance().labelSource());

    UUID disputed = take(reviews, "ann");
    reviews.answer(disputed, "ann", RIGHT);
    assertEquals(Optional.empty(), reviews.reviewed(disputed), "no vote leaks");
    assertEquals(List.of(), reviews.next("ben", false).orElseThrow().votes());
    reviews.answer(disputed, "ben", WRONG);

    assertEquals(1, labels().size());
    assertEquals(State.DISPUTED, reviews.reviewed(disputed).orElseThrow().state());
    assertTrue(reviews.next("ann", true).isEmpty(), "nobody settles their own dispute");
    assertTrue(reviews.next("carol", false).isEmpty());
    Handout handout = reviews.next("carol", true).orElseThrow();
    assertEquals(List.of(RIGHT, WRONG), handout.votes().stream().map(Vote::answer).toList());
    assertTrue(reviews.next("dan", true).isEmpty(), "one adjudicator is enough");
    reviews.answer(disputed, "carol", GAP);

    assertEquals("review, adjudicated by carol", labels().getLast().provenance().labelSource());
    assertFalse(labels().getLast().truth().hasError());
  }

  @Test
  void onlyWhoIsNamedSettlesDisputes() {
    Reviews reviews = reviews(new FixedRules(50, 1, 0, 3, Optional.of(Set.of("carol"))));
    assertTrue(reviews.mayAdjudicate("carol"));
    assertThrows(IllegalArgumentException.class, () -> reviews.next("ann", true));
  }

  @Test
  void twoRatersWhoAskAtOnceNeverGetTheSamePlace() throws Exception {
    int items = 20;
    Reviews reviews = with(FixedRules.SINGLE, items);
    List<Callable<UUID>> asked = new ArrayList<>();
    for (int i = 0; i < items; i++) {
      String rater = "rater-" + i;
      asked.add(() -> take(reviews, rater));
    }
    assertEquals(items, new HashSet<>(atOnce(asked)).size());
  }

  @Test
  void manyAnswersAtOnceMakeOneLabelEach() throws Exception {
    Reviews reviews = with(FixedRules.DOUBLE, 1);
    UUID item = take(reviews, "ann");
    assertEquals(item, take(reviews, "ben"));
    List<Callable<Receipt>> answers = new ArrayList<>();
    for (int i = 0; i < 8; i++) {
      String rater = i % 2 == 0 ? "ann" : "ben";
      answers.add(() -> reviews.answer(item, rater, WRONG));
    }
    assertEquals(2, new HashSet<>(atOnce(answers)).size(), "one receipt for each rater");
    assertEquals(1, labels().size());
    assertEquals(2, reviews.reviewed(item).orElseThrow().votes().size());
  }

  private static <T> List<T> atOnce(List<Callable<T>> acts) throws Exception {
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      List<T> results = new ArrayList<>();
      for (Future<T> result : threads.invokeAll(acts)) results.add(result.get());
      return results;
    }
  }

  @Test
  void killedAnywhereAndDoneAgainNothingIsLostOrDoubled() {
    int kills = 0;
    for (int acts = 1; ; acts++) {
      empty();
      Crash crash = new Crash(acts);
      DataSource breaking = crash.on(database.dataSource());
      Reviews reviews = reviews(breaking, FixedRules.DOUBLE);
      insist(() -> reviews.propose(proposal("one"), Source.DISAGREEMENT, Value.undecided(0.5, 1)));
      insist(() -> draw(breaking, FixedRules.DOUBLE, 1));
      for (String rater : List.of("ann", "ben")) {
        UUID item = insist(() -> take(reviews, rater));
        insist(() -> reviews.answer(item, rater, WRONG));
      }
      assertEquals(1, labels().size(), "killed at " + acts);
      Reviews after = reviews(FixedRules.DOUBLE);
      assertEquals(2, after.reviewed(State.DONE, 9).getFirst().votes().size(), "killed at " + acts);
      assertEquals(1, after.statistics().errorRates().getFirst().frame(), "killed at " + acts);
      if (crash.isUnspent()) break;
      kills++;
    }
    assertTrue(kills > 20, "statements and commits: " + kills);
  }

  /** As whoever was killed, or got no answer, does it again. */
  private static <T> T insist(Callable<T> act) {
    try {
      try {
        return act.call();
      } catch (DatabaseFault killed) {
        return act.call();
      }
    } catch (Exception e) {
      throw new AssertionError(e);
    }
  }

  @Test
  void aKeyIsProposedOnceAndPassedOverForGood() {
    Reviews reviews = reviews(FixedRules.SINGLE);
    FixedRules few = FixedRules.SINGLE.open(10);
    for (int i = 0; i < 100; i++)
      reviews.propose(proposal("item-" + i), Source.DISAGREEMENT, Value.undecided(0.5, 1 + i));
    int drawn = draw(few, 2);
    assertTrue(drawn > 2 && drawn < 20, "drawn: " + drawn);
    assertFalse(reviews.propose(proposal("item-0"), Source.DISAGREEMENT, Value.undecided(0.5, 9)));
    assertEquals(0, draw(few.open(200), 3), "none waits any more");
    assertThrows(
        IllegalArgumentException.class,
        () -> reviews.propose(proposal("x"), Source.GOLD, Value.undecided(0.5, 1)));
  }

  @Test
  void theErrorRateIsToldOnceADrawIsWhollyJudged() {
    Reviews reviews = with(FixedRules.SINGLE, 2);
    reviews.answer(take(reviews, "ann"), "ann", WRONG);
    assertEquals(List.of(), reviews.statistics().errorRates());
    reviews.answer(take(reviews, "ann"), "ann", RIGHT);
    assertEquals(
        List.of(new ErrorRate(Source.DISAGREEMENT, 2, 2, 0, new HorvitzThompson(0.5, 0))),
        reviews.statistics().errorRates());
  }

  @Test
  void hiddenGoldTellsHowGoodARaterIsAndMakesNoLabel() throws SQLException {
    Sql.transaction(
        database.dataSource(),
        c -> {
          for (int i = 0; i < 40; i++)
            Labels.add(c, known(i, i % 4 == 0 ? OptionalInt.of(i % 3) : OptionalInt.empty()));
          assertEquals(20, ItemTable.takeGold(c, List.of("known"), 10, now));
          assertEquals(0, ItemTable.takeGold(c, List.of("known"), 10, now), "the same ones");
          return null;
        });
    Reviews reviews = with(FixedRules.DOUBLE.gold(1), 1);
    Set<UUID> seen = new HashSet<>();
    for (int i = 0; i < 20; i++) {
      Handout handout = reviews.next("bad", false).orElseThrow();
      assertTrue(handout.problem().startsWith("Known"), "gold while there is any");
      assertTrue(seen.add(handout.item()));
      assertEquals(Optional.empty(), reviews.reviewed(handout.item()), "gold is not told");
      reviews.answer(handout.item(), "bad", RIGHT);
    }
    assertEquals("What is 2 + 2?", reviews.next("bad", false).orElseThrow().problem());

    RaterQuality quality = reviews.statistics().raters().getFirst();

    assertEquals(20, quality.gold());
    assertEquals(10, quality.right());
    assertTrue(quality.flagged(), quality::toString);
    assertEquals(List.of(), labels());
  }

  private static Labelled known(int index, OptionalInt firstError) {
    return new Labelled(
        "known",
        "id-" + index,
        Labelled.Split.TEST,
        new Derivation("Known " + index, List.of("a", "b", "c")),
        Truth.ofFirstError(3, firstError),
        Optional.empty(),
        new Labelled.Provenance("g", "l", "MIT"));
  }

  @Test
  void agreementIsTheirsWhoSawNoOthersVote() {
    Reviews reviews = with(FixedRules.DOUBLE, 4);
    List<Answer> ann = List.of(RIGHT, RIGHT, WRONG, WRONG);
    List<Answer> ben = List.of(RIGHT, RIGHT, WRONG, RIGHT);
    for (int i = 0; i < 4; i++) {
      UUID item = take(reviews, "ann");
      reviews.answer(item, "ann", ann.get(i));
      assertEquals(item, take(reviews, "ben"));
      reviews.answer(item, "ben", ben.get(i));
    }
    reviews.answer(reviews.next("carol", true).orElseThrow().item(), "carol", RIGHT);

    Agreement agreement = reviews.statistics().agreement();

    assertEquals(4, agreement.items());
    assertEquals(
        List.of(new Agreement.Pair("ann", "ben", 4, 0.75, java.util.OptionalDouble.of(0.5))),
        agreement.pairs());
    assertEquals(8.0 / 15, agreement.scoreAlpha().orElseThrow(), 1e-12);
    assertEquals(8.0 / 15, agreement.firstErrorAlpha().orElseThrow(), 1e-12);
  }

  @Test
  void outcomesAreDrawnOnceByWhatIsSaidOfTheirSteps() {
    OutcomeRows rows = new OutcomeRows(database.dataSource());
    List<Long> unsound = IntStream.range(0, 30).mapToObj(i -> rows.add(true, 0.1)).toList();
    IntStream.range(0, 300).forEach(i -> rows.add(i % 3 > 0, 0.95));
    Reviews reviews = reviews(FixedRules.SINGLE);

    int drawn = draw(FixedRules.SINGLE, 1);

    assertTrue(drawn > 25 && drawn < 75, "50 are expected: " + drawn);
    assertEquals(0, draw(FixedRules.SINGLE.open(500), 1), "each outcome is drawn from once");
    int suspected = 0;
    for (int i = 0; i < drawn; i++) {
      Handout handout = reviews.next("ann", false).orElseThrow();
      assertEquals(List.of("First.", "Then.", "Answer: 7"), handout.steps());
      assertEquals(rows.question(), handout.problem());
      boolean wrong = rows.isUnsound(key(handout.item()));
      reviews.answer(handout.item(), "ann", wrong ? WRONG : RIGHT);
      if (wrong) suspected++;
    }
    assertTrue(suspected > 15, "suspected: " + suspected + " of " + unsound.size());
    Labelled label = labels().getFirst();
    assertEquals("run a run", label.provenance().generator());
    assertTrue(label.finalAnswerCorrect().isPresent());
    for (ErrorRate rate : reviews.statistics().errorRates()) {
      boolean isUnsound = rate.source() == Source.UNSOUND;
      assertEquals(isUnsound ? 30 : 300, rate.frame());
      double expected = isUnsound ? 1 : 1.0 / 3;
      double off = Math.abs(rate.rate().estimate() - expected);
      assertTrue(off < 4 * rate.rate().standardError(), rate::toString);
    }
  }

  private static String key(UUID item) {
    return Sql.snapshot(
            database.dataSource(),
            c ->
                Sql.list(
                    c, "SELECT key FROM review_item WHERE id = ?", row -> row.getString(1), item))
        .getFirst();
  }
}
