package dev.whetstone.verify.labelling.sequential;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.whetstone.verify.labelling.FixedRule;
import dev.whetstone.verify.labelling.Label;
import dev.whetstone.verify.labelling.Labelling;
import dev.whetstone.verify.labelling.Lowest;
import dev.whetstone.verify.labelling.Panel;
import dev.whetstone.verify.labelling.Rule;
import dev.whetstone.verify.labelling.Tally;
import dev.whetstone.verify.labelling.expected.Rates;
import dev.whetstone.verify.labelling.expected.SimulatedVerifier;
import dev.whetstone.verify.proof.Score;
import java.util.Optional;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SequentialRuleTest {
  private static final int PROOFS = 2000;
  private static final Errors ONE_PERCENT = new Errors(0.01, 0.01);
  private static final Panel NONE = new Panel(0, true);
  private static final Panel FIVE = new Panel(5, true);

  private static SequentialRule rule(Rates rates, Panel panel, int required) {
    SequentialTest test =
        SequentialTest.wald(rates.valid(false, panel), rates.valid(true, panel), ONE_PERCENT);
    return new SequentialRule(test, panel, 64, required, 1, 4);
  }

  /** What many proofs of one kind cost and become. */
  private record Run(double calls, double callsError, double one, double less) {
    static Run of(Rule rule, Rates rates, boolean flawed, long seed) {
      SimulatedVerifier verifier = new SimulatedVerifier(rule, rates, new SplittableRandom(seed));
      double sum = 0;
      double squares = 0;
      double one = 0;
      double less = 0;
      for (int i = 0; i < PROOFS; i++) {
        Labelling labelling = verifier.label(flawed);
        double calls = labelling.ledger().calls();
        sum += calls;
        squares += calls * calls;
        if (labelling.label() instanceof Label.Labelled(Score score)) {
          if (score == Score.ONE) one++;
          else less++;
        }
      }
      double mean = sum / PROOFS;
      double error = Math.sqrt((squares / PROOFS - mean * mean) / PROOFS);
      return new Run(mean, error, one / PROOFS, less / PROOFS);
    }

    double atMost() {
      return calls + 1.96 * callsError;
    }
  }

  @Test
  void aThirdOfTheCallsGiveTheSameErrorAndMoreLabels() {
    Rates rates = new Rates(0.28, 0.02, 0.5, 1, 1);
    SequentialRule sequential = rule(rates, NONE, 1);
    FixedRule fixed = new FixedRule(64, NONE, 1, Lowest.OF_VALID, 1, 0);
    Run clean = Run.of(sequential, rates, false, 1);
    Run flawed = Run.of(sequential, rates, true, 2);
    assertTrue(clean.atMost() < 64 / 3.0, clean::toString);
    assertTrue(flawed.atMost() < 64 / 3.0, flawed::toString);
    assertEquals(16.91, clean.calls, 4 * clean.callsError);
    assertEquals(9.59, flawed.calls, 4 * flawed.callsError);
    assertTrue(clean.less < 0.01 && flawed.one < 0.015, clean + " " + flawed);
    assertEquals(0.274, Run.of(fixed, rates, false, 3).one, 0.04);
    assertTrue(clean.one > 0.985, clean::toString);
  }

  @Test
  void withChecksAThirdOfTheCallsGiveTheSameErrorToo() {
    Rates rates = new Rates(0.3, 0.05, 0.5, 0.9, 0.2);
    FixedRule fixed = new FixedRule(64, new Panel(5, false), 1, Lowest.OF_VALID, 1, 0);
    SequentialRule sequential = rule(rates, FIVE, 1);
    for (boolean flawed : new boolean[] {false, true}) {
      Run all = Run.of(fixed, rates, flawed, 5);
      Run some = Run.of(sequential, rates, flawed, 6);
      assertTrue(some.atMost() < (all.calls - 1.96 * all.callsError) / 3, all + " " + some);
      assertTrue((flawed ? some.one : some.less) < 0.015, some::toString);
    }
  }

  @Test
  void simulatedEndsAreThoseOfTheExactCharacteristic() {
    for (int seed = 0; seed < 12; seed++) {
      SplittableRandom random = new SplittableRandom(seed);
      Rates rates =
          new Rates(0.15 + 0.4 * random.nextDouble(), 0.1 * random.nextDouble(), 1, 0.9, 0.2);
      boolean flawed = seed % 2 == 0;
      SequentialRule rule = rule(rates, FIVE, 1);
      OperatingCharacteristic exact =
          OperatingCharacteristic.of(rule.test(), 64, rates.valid(flawed, FIVE));
      Run run = Run.of(rule, rates, flawed, 100 + seed);
      assertEquals(exact.correct(), run.one, margin(exact.correct()));
      assertEquals(exact.flawed(), run.less, margin(exact.flawed()));
    }
  }

  private static double margin(double share) {
    return 4.5 * Math.sqrt(share * (1 - share) / PROOFS) + 3.0 / PROOFS;
  }

  @Test
  void moreVotesForTheLowestScoreMakeNoMoreErrors() {
    Rates rates = new Rates(0.28, 0.02, 0.5, 1, 1);
    SequentialRule rule = rule(rates, NONE, 3);
    assertTrue(Run.of(rule, rates, true, 9).one <= 0.015);
    assertTrue(Run.of(rule, rates, false, 10).less <= 0.01);
  }

  @ParameterizedTest
  @CsvSource({
    "14,0,0,0,ONE",
    "13,0,0,0,none",
    "2,2,0,0,ZERO",
    "2,1,1,0,none",
    "3,1,2,0,none",
    "4,2,2,0,ZERO",
    "3,0,2,0,HALF",
    "1,0,1,5,UNJUDGED",
    "1,0,1,4,none",
    "64,1,6,0,CONTESTED"
  })
  void theLabelIsTheLowestScoreThatEnoughVotesGive(
      int settled, int zeros, int halves, int failures, String said) {
    SequentialRule rule = rule(new Rates(0.28, 0.02, 0.5, 1, 1), NONE, 2);
    Optional<Label> label =
        rule.decide(new Tally(settled, zeros, halves, zeros, halves, failures, Optional.empty()));
    assertTrue(label.map(Label::toString).orElse("none").contains(said), label::toString);
  }

  @ParameterizedTest
  @CsvSource({"14,0,HUMAN", "7,0,HUMAN", "0,7,HUMAN", "6,0,ONE", "0,6,ONE"})
  void whatOnlyRefutedAnalysesLeaveRightIsForAPerson(int zeros, int halves, String said) {
    SequentialRule rule = rule(new Rates(0.28, 0.02, 0.5, 1, 1), NONE, 2);
    Tally tally = new Tally(14, zeros, halves, 0, 0, 0, Optional.empty());
    Label label = rule.decide(tally).orElseThrow();
    assertEquals(
        said.equals("ONE") ? new Label.Labelled(Score.ONE) : new Label.Human(Label.Why.CONTESTED),
        label);
  }

  @Test
  void aRuleThatCannotBeKeptIsRefused() {
    SequentialTest test = SequentialTest.wald(0.02, 0.3, ONE_PERCENT);
    assertThrows(IllegalArgumentException.class, () -> new SequentialRule(test, NONE, 4, 5, 1, 0));
    assertThrows(IllegalArgumentException.class, () -> new SequentialRule(test, NONE, 4, 0, 1, 0));
    assertThrows(IllegalArgumentException.class, () -> new SequentialRule(test, NONE, 4, 1, 0, 0));
    assertThrows(IllegalArgumentException.class, () -> new SequentialRule(test, NONE, 4, 1, 1, -1));
  }
}
