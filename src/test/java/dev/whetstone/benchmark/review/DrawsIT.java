package dev.whetstone.benchmark.review;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.whetstone.benchmark.label.Labelled;
import dev.whetstone.benchmark.label.Labels;
import dev.whetstone.benchmark.label.Truth;
import dev.whetstone.model.Derivation;
import dev.whetstone.rollout.Sql;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Draws, gold and what is told of them on a real PostgreSQL. */
class DrawsIT extends ReviewDatabase {
  private static final int GOLD = 20;

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
  void anOlderDrawIsJudgedFirstForItsErrorRateIsToldOnlyThen() {
    FixedRules rules = FixedRules.SINGLE.open(2);
    Reviews reviews = reviews(rules);
    for (String key : List.of("old", "older"))
      reviews.propose(proposal(key), Source.DISAGREEMENT, Value.undecided(0.5, 1));
    assertEquals(2, draw(rules, 1));
    reviews.answer(take(reviews, "ann"), "ann", RIGHT);
    reviews.propose(proposal("new"), Source.DISAGREEMENT, Value.undecided(0.5, 9));
    assertEquals(1, draw(rules, 1));
    assertTrue(key(take(reviews, "ann")).startsWith("old"));
    reviews.answer(take(reviews, "ann"), "ann", RIGHT);
    assertEquals("new", key(take(reviews, "ann")));
    assertEquals(2, reviews.statistics().errorRates().getFirst().judged());
  }

  @Test
  void whatWaitsForASecondRaterKeepsNothingFromTheFirst() {
    Reviews reviews = with(FixedRules.DOUBLE.open(2), 2);
    for (int i = 0; i < 2; i++) reviews.answer(take(reviews, "ann"), "ann", RIGHT);
    reviews.propose(proposal("new"), Source.DISAGREEMENT, Value.undecided(0.5, 1));
    assertEquals(1, draw(FixedRules.DOUBLE.open(2), 1));
    assertEquals("new", key(take(reviews, "ann")));
  }

  @Test
  void hiddenGoldTellsHowGoodARaterIsAndMakesNoLabel() {
    keepGold();
    Reviews reviews = with(FixedRules.DOUBLE.gold(1), 1);
    Set<UUID> seen = new HashSet<>();
    for (int i = 0; i < GOLD; i++) {
      Handout handout = reviews.next("bad", false).orElseThrow();
      assertTrue(handout.problem().startsWith("Known"), "gold while there is any");
      assertTrue(seen.add(handout.item()));
      assertEquals(Optional.empty(), reviews.reviewed(handout.item()), "gold is not told");
      reviews.answer(handout.item(), "bad", RIGHT);
    }
    assertEquals("What is 2 + 2?", reviews.next("bad", false).orElseThrow().problem());

    RaterQuality quality = reviews.statistics().raters().getFirst();

    assertEquals(GOLD, quality.gold());
    assertEquals(GOLD / 2, quality.right());
    assertTrue(quality.flagged(), quality::toString);
    assertEquals(List.of(), labels());
  }

  @Test
  void aRaterGetsSomeGoldFirst() {
    keepGold();
    Reviews reviews = with(FixedRules.SINGLE.goldFirst(3), 1);
    for (int i = 0; i < 3; i++) {
      Handout handout = reviews.next("ann", false).orElseThrow();
      assertTrue(handout.problem().startsWith("Known"));
      assertEquals(10, handout.waiting(), "in tens, lest it tell gold");
      reviews.answer(handout.item(), "ann", RIGHT);
    }
    assertEquals("What is 2 + 2?", reviews.next("ann", false).orElseThrow().problem());
  }

  @Test
  void theWordOfFlaggedRatersAloneMakesNoLabelAndSettlesNoDispute() {
    keepGold();
    Reviews reviews = with(FixedRules.SINGLE.goldFirst(GOLD), 2);
    for (String rater : List.of("bad", "worse"))
      for (int i = 0; i < GOLD; i++) reviews.answer(take(reviews, rater), rater, RIGHT);
    Reviews unscreened = reviews(FixedRules.SINGLE);

    UUID first = take(reviews, "bad");
    reviews.answer(first, "bad", RIGHT);
    assertEquals(List.of(), labels());
    assertEquals(first, take(unscreened, "ann"));
    unscreened.answer(first, "ann", RIGHT);
    assertEquals("review by bad, ann", labels().getFirst().provenance().labelSource());

    UUID second = take(reviews, "bad");
    reviews.answer(second, "bad", RIGHT);
    assertEquals(second, take(reviews, "worse"));
    reviews.answer(second, "worse", RIGHT);
    assertEquals(1, labels().size());
    assertFalse(reviews.mayAdjudicate("bad"));
    assertTrue(reviews.mayAdjudicate("ann"));
    assertEquals(second, unscreened.next("ann", true).orElseThrow().item());
  }

  private void keepGold() {
    Sql.transaction(
        DATABASE.source(),
        c -> {
          for (int i = 0; i < 2 * GOLD; i++)
            Labels.add(c, known(i, i % 4 == 0 ? OptionalInt.of(i % 3) : OptionalInt.empty()));
          assertEquals(GOLD, ItemTable.takeGold(c, List.of("known"), GOLD / 2, now));
          assertEquals(0, ItemTable.takeGold(c, List.of("known"), GOLD / 2, now), "the same ones");
          return null;
        });
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
    OutcomeRows rows = new OutcomeRows(DATABASE.source());
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
      assertTrue(off <= 4 * rate.rate().standardError() + 1e-9, rate::toString);
    }
  }

  private static String key(UUID item) {
    return Sql.snapshot(
            DATABASE.source(),
            c ->
                Sql.list(
                    c, "SELECT key FROM review_item WHERE id = ?", row -> row.getString(1), item))
        .getFirst();
  }
}
