package dev.whetstone.benchmark.review;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.time.Instant;
import java.util.List;
import java.util.OptionalInt;
import java.util.Set;
import org.junit.jupiter.api.Test;

class RulingTest {
  private static final Set<String> NOBODY = Set.of();
  private static final Answer RIGHT = new Answer(OptionalInt.empty(), 1, "");
  private static final Answer GAP = new Answer(OptionalInt.empty(), 0.5, "");
  private static final Answer WRONG = new Answer(OptionalInt.of(2), 0, "the sign");

  @Test
  void oneRaterDecidesWhereOneIsAsked() {
    Vote vote = vote("ann", RIGHT, false);
    assertInstanceOf(Ruling.Undecided.class, Ruling.of(List.of(), 1, NOBODY));
    assertEquals(new Ruling.Decided(RIGHT, List.of(vote)), Ruling.of(List.of(vote), 1, NOBODY));
  }

  @Test
  void twoWhoAgreeDecideInWhateverWords() {
    Vote ann = vote("ann", WRONG, false);
    Vote ben = vote("ben", new Answer(OptionalInt.of(2), 0, "other words"), false);
    assertInstanceOf(Ruling.Undecided.class, Ruling.of(List.of(ann), 2, NOBODY));
    assertEquals(
        new Ruling.Decided(WRONG, List.of(ann, ben)), Ruling.of(List.of(ann, ben), 2, NOBODY));
  }

  @Test
  void anotherStepOrAnotherScoreIsADispute() {
    for (Answer other : List.of(WRONG, GAP))
      assertInstanceOf(
          Ruling.Disputed.class,
          Ruling.of(List.of(vote("ann", RIGHT, false), vote("ben", other, false)), 2, NOBODY));
  }

  @Test
  void onlyWhoSawTheVotesSettlesADispute() {
    Vote ann = vote("ann", RIGHT, false);
    Vote ben = vote("ben", WRONG, false);
    Vote late = vote("dan", WRONG, false);
    Vote carol = vote("carol", GAP, true);
    assertInstanceOf(Ruling.Disputed.class, Ruling.of(List.of(ann, ben, late), 2, NOBODY));
    assertEquals(
        new Ruling.Decided(GAP, List.of(carol)),
        Ruling.of(List.of(ann, ben, late, carol), 2, NOBODY));
  }

  @Test
  void flaggedRatersDecideNothingAmongThemselves() {
    Set<String> flagged = Set.of("ann", "ben");
    Vote ann = vote("ann", RIGHT, false);
    Vote ben = vote("ben", RIGHT, false);
    Vote carol = vote("carol", RIGHT, false);
    assertInstanceOf(Ruling.Doubted.class, Ruling.of(List.of(ann), 1, flagged));
    assertInstanceOf(Ruling.Disputed.class, Ruling.of(List.of(ann, ben), 2, flagged));
    assertEquals(
        new Ruling.Decided(RIGHT, List.of(ann, carol)), Ruling.of(List.of(ann, carol), 2, flagged));
  }

  @Test
  void anAnswerThatContradictsItselfIsRefused() {
    OptionalInt none = OptionalInt.empty();
    assertThrows(IllegalArgumentException.class, () -> new Answer(OptionalInt.of(0), 1, ""));
    assertThrows(IllegalArgumentException.class, () -> new Answer(none, 0, ""));
    assertThrows(IllegalArgumentException.class, () -> new Answer(none, 0.7, ""));
    assertThrows(IllegalArgumentException.class, () -> new Answer(none, Double.NaN, ""));
    assertThrows(IllegalArgumentException.class, () -> new Answer(OptionalInt.of(-1), 0, ""));
  }

  private static Vote vote(String rater, Answer answer, boolean adjudicates) {
    return new Vote(rater, adjudicates, answer, Instant.EPOCH);
  }
}
