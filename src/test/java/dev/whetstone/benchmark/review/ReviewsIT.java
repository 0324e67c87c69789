package dev.whetstone.benchmark.review;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.whetstone.benchmark.label.Labelled;
import dev.whetstone.benchmark.label.Truth;
import dev.whetstone.rollout.DatabaseFault;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;

/** Leases, votes and labels on a real PostgreSQL. */
class ReviewsIT extends ReviewDatabase {
  @Test
  void aSingleRatersAnswerBecomesALabelWithItsOrigin() {
    Reviews reviews = with(FixedRules.SINGLE, 1);
    Handout handout = reviews.next("ann", false).orElseThrow();
    assertEquals(10, handout.waiting(), "one, in tens");
    assertEquals("2 + 2 = 5 <script>", handout.steps().get(1), "hostile text stays as it is");

    assertEquals(1, reviews.answer(handout.item(), "ann", WRONG).answered());

    Labelled label = labels().getFirst();
    assertEquals("item-0", label.id());
    assertEquals(Labelled.Split.TRAIN, label.split());
    assertEquals(Truth.ofFirstError(3, OptionalInt.of(1)), label.truth());
    assertEquals(
        new Labelled.Provenance("a policy", "review by ann", "Apache-2.0"), label.provenance());
    Reviewed reviewed = reviews.reviewed(handout.item()).orElseThrow();
    assertEquals(ReviewState.DONE, reviewed.state());
    assertEquals(Optional.of(0.0), reviewed.score());
    assertEquals(List.of("ann"), reviewed.votes().stream().map(Vote::rater).toList());
    assertEquals(List.of(reviewed), reviews.reviewed(ReviewState.DONE, 10));
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
        List.of(new Statistics.Count(Source.DISAGREEMENT, ReviewState.DROPPED, 1)),
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
    assertEquals(ReviewState.DISPUTED, reviews.reviewed(disputed).orElseThrow().state());
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
    Reviews reviews = reviews(new FixedRules(50, 1, 0, 0, 3, Optional.of(Set.of("carol"))));
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
      DataSource breaking = crash.on(DATABASE.source());
      Reviews reviews = reviews(breaking, FixedRules.DOUBLE);
      insist(() -> reviews.propose(proposal("one"), Source.DISAGREEMENT, Value.undecided(0.5, 1)));
      insist(() -> draw(breaking, FixedRules.DOUBLE, 1));
      for (String rater : List.of("ann", "ben")) {
        UUID item = insist(() -> take(reviews, rater));
        insist(() -> reviews.answer(item, rater, WRONG));
      }
      assertEquals(1, labels().size(), "killed at " + acts);
      Reviews after = reviews(FixedRules.DOUBLE);
      assertEquals(
          2, after.reviewed(ReviewState.DONE, 9).getFirst().votes().size(), "killed at " + acts);
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
}
