package dev.whetstone.verify.labelling;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.whetstone.verify.proof.Score;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FixedRuleTest {
  private static final Panel THREE = new Panel(3, false);

  private static FixedRule rule(Lowest lowest, int humanFrom) {
    return new FixedRule(4, THREE, 2, lowest, humanFrom, 1);
  }

  @ParameterizedTest
  @CsvSource({
    "1 1 1 1,                     ONE",
    "1 0--- 1 1,                  ONE",
    "1 0--- 1 h+--,               HUMAN",
    "0--- 0--- 0--- 0---,         HUMAN",
    "h--- h--- h--- 1,            HUMAN",
    "0+++ 0++- 1 1,               ZERO",
    "0+++ 0+-+ h+++ h+++,         ZERO",
    "h+++ h+-+ 1 1,               HALF",
    "h+++ h+-+ 0--- 1,            HALF",
    "h+++ h+-+ 0+++ 1,            HUMAN",
    "h+++ 1 1 1,                  HUMAN",
    "1 1 1,                       ASKS_ON",
    "1 1 1 0++,                   ASKS_ON",
    "0+++ 0+++ 1,                 ASKS_ON",
    "1 x 1 1 1,                   ONE",
    "1 x 1 x,                     UNJUDGED",
    "1 1 1 h+x+x,                 UNJUDGED",
    "0+++ 0+++ x x,               ZERO",
    "h+++ h+++ x x,               UNJUDGED"
  })
  void theLowestScoreIsTheLabelWhereEnoughValidAnalysesGiveIt(String ballots, String label) {
    assertEquals(label, Ballots.decide(rule(Lowest.OF_VALID, 1), ballots));
  }

  @ParameterizedTest
  @CsvSource({
    "h+++ h+-+ 0--- 1, DISCARDED",
    "h+++ h+-+ 1 1,    HALF",
    "0--- 1 1 1,       ONE",
    "0+++ 0+++ 0--- 1, ZERO"
  })
  void aRefutedZeroForbidsAHalfWhereAllAnalysesCount(String ballots, String label) {
    assertEquals(label, Ballots.decide(rule(Lowest.OF_ALL, 1), ballots));
  }

  @ParameterizedTest
  @CsvSource({"1,HUMAN", "2,HUMAN", "3,DISCARDED"})
  void aContestedProofGoesToAPersonFromTheStatedNumberOfVotes(int humanFrom, String label) {
    FixedRule rule = new FixedRule(4, THREE, 3, Lowest.OF_VALID, humanFrom, 0);
    assertEquals(label, Ballots.decide(rule, "0+++ 0+++ 1 1"));
  }

  @ParameterizedTest
  @CsvSource({"1,+,true", "2,+-,false", "2,++,true", "4,++--,false", "4,+++-,true", "5,+++--,true"})
  void anAnalysisIsValidByMoreThanHalfOfItsChecks(int checks, String votes, boolean valid) {
    Tally tally = Ballots.read("h" + votes).tally(new Panel(checks, false));
    assertEquals(valid ? 1 : 0, tally.valid());
    assertEquals(1, tally.settled());
  }

  @Test
  void withoutAPanelEveryAnalysisIsValid() {
    assertEquals(1, Ballots.read("h1").tally(new Panel(0, false)).valid());
  }

  @ParameterizedTest
  @ValueSource(strings = {"+", "1+", "h++h", "h+++-", "0+1"})
  void votesInAnOrderThatNobodyAsksForAreRefused(String ballots) {
    assertThrows(IllegalArgumentException.class, () -> Ballots.read(ballots).tally(THREE));
  }

  @Test
  void aLabelThatItsVotesDoNotGiveIsRefused() {
    Rule rule = rule(Lowest.OF_VALID, 1);
    Ledger votes = Ballots.read("0+++ 0+++ 1 1");
    new Labelling(rule, new Label.Labelled(Score.ZERO), votes);
    assertThrows(
        IllegalArgumentException.class,
        () -> new Labelling(rule, new Label.Labelled(Score.ONE), votes));
    assertThrows(
        IllegalArgumentException.class,
        () -> new Labelling(rule, new Label.Labelled(Score.ONE), Ballots.read("1 1 1")));
  }

  @ParameterizedTest
  @CsvSource({"0,1,1,0", "4,0,1,0", "4,5,1,0", "4,2,0,0", "4,2,3,0", "4,2,1,-1"})
  void aRuleThatCannotBeKeptIsRefused(int n, int k, int humanFrom, int retries) {
    assertThrows(
        IllegalArgumentException.class,
        () -> new FixedRule(n, THREE, k, Lowest.OF_VALID, humanFrom, retries));
  }

  @Test
  void aPanelOfFewerThanNoChecksIsRefused() {
    assertThrows(IllegalArgumentException.class, () -> new Panel(-1, false));
  }
}
