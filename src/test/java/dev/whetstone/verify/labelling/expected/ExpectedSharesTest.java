package dev.whetstone.verify.labelling.expected;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.whetstone.verify.labelling.FixedRule;
import dev.whetstone.verify.labelling.Label;
import dev.whetstone.verify.labelling.Lowest;
import dev.whetstone.verify.labelling.Panel;
import dev.whetstone.verify.proof.Score;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ExpectedSharesTest {
  private static final int PROOFS = 1000;
  private static final int SETTINGS = 60;

  @Test
  void aCorrectProofSeldomPassesAllOfSixtyFour() {
    FixedRule rule = new FixedRule(64, new Panel(0, false), 1, Lowest.OF_VALID, 1, 0);
    Rates rates = new Rates(0.3, 0.02, 1, 1, 0);
    assertEquals(0.274, ExpectedShares.of(rule, rates, false).one(), 5e-4);
    assertEquals(0.726, ExpectedShares.of(rule, rates, false).zero(), 5e-4);
    assertEquals(1, ExpectedShares.of(rule, rates, true).zero(), 1e-9);
  }

  @ParameterizedTest
  @CsvSource({"1,0.8,0.8", "3,0.8,0.896", "5,0.8,0.94208", "2,0.8,0.64", "4,0.5,0.3125", "0,0.5,1"})
  void aPanelAcceptsByItsMajority(int checks, double confirms, double accepts) {
    assertEquals(accepts, new Panel(checks, false).accepts(confirms), 1e-12);
  }

  @Test
  void theRatesOfValidAnalysesAreThoseOfTheFormula() {
    Rates rates = new Rates(0.3, 0.1, 0.5, 0.8, 0.2);
    Panel three = new Panel(3, false);
    assertEquals(0.1 * 0.104, rates.valid(false, three), 1e-12);
    assertEquals(0.3 * 0.896 + 0.1 * 0.104, rates.valid(true, three), 1e-12);
  }

  @Test
  void simulatedLabelsLieWithinTheMonteCarloIntervalOfTheClosedForm() {
    int cells = 0;
    int outside = 0;
    for (int setting = 0; setting < SETTINGS; setting++) {
      SplittableRandom random = new SplittableRandom(7_000 + setting);
      FixedRule rule = rule(random);
      Rates rates = rates(random);
      boolean flawed = setting % 3 > 0;
      double[] expected = shares(ExpectedShares.of(rule, rates, flawed));
      double[] seen = simulate(rule, rates, flawed, random);
      for (int i = 0; i < expected.length; i++) {
        double error = Math.sqrt(expected[i] * (1 - expected[i]) / PROOFS);
        double gap = Math.abs(seen[i] - expected[i]);
        assertTrue(gap <= 4.5 * error + 3.0 / PROOFS, rule + " " + rates + ": cell " + i);
        if (expected[i] * PROOFS < 10 || (1 - expected[i]) * PROOFS < 10) continue;
        cells++;
        if (gap > 1.96 * error) outside++;
      }
    }
    double share = outside / (double) cells;
    assertTrue(cells > 100 && share > 0.01 && share < 0.1, outside + " outside of " + cells);
  }

  private static FixedRule rule(SplittableRandom random) {
    int n = 1 + random.nextInt(random.nextBoolean() ? 8 : 40);
    int k = 1 + random.nextInt(Math.min(n, 4));
    return new FixedRule(
        n,
        new Panel(random.nextInt(6), random.nextBoolean()),
        k,
        random.nextBoolean() ? Lowest.OF_ALL : Lowest.OF_VALID,
        1 + random.nextInt(k),
        0);
  }

  private static Rates rates(SplittableRandom random) {
    double d = 0.6 * random.nextDouble();
    return new Rates(
        d,
        (1 - d) * 0.3 * random.nextDouble(),
        random.nextDouble(),
        0.5 + 0.5 * random.nextDouble(),
        0.5 * random.nextDouble());
  }

  private static double[] simulate(
      FixedRule rule, Rates rates, boolean flawed, SplittableRandom random) {
    SimulatedVerifier verifier = new SimulatedVerifier(rule, rates, random);
    double[] seen = new double[5];
    for (int i = 0; i < PROOFS; i++) seen[cell(verifier.label(flawed).label())] += 1.0 / PROOFS;
    return seen;
  }

  private static int cell(Label label) {
    return switch (label) {
      case Label.Labelled(Score score) ->
          switch (score) {
            case ONE -> 0;
            case HALF -> 1;
            case ZERO -> 2;
          };
      case Label.Human human -> 3;
      case Label.Discarded discarded -> 4;
    };
  }

  private static double[] shares(ExpectedShares s) {
    return new double[] {s.one(), s.half(), s.zero(), s.human(), s.discarded()};
  }

  @ParameterizedTest
  @CsvSource({"-0.1,0,0,0,0", "0.6,0.5,0,0,0", "0,0,NaN,0,0", "0,0,0,1.1,0", "0,0,0,0,-1"})
  void ratesThatAreNoSharesAreRefused(double d, double phi, double z, double yes, double no) {
    assertThrows(IllegalArgumentException.class, () -> new Rates(d, phi, z, yes, no));
  }
}
