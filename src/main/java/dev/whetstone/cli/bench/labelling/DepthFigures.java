package dev.whetstone.cli.bench.labelling;

import dev.whetstone.verify.labelling.Label;
import dev.whetstone.verify.labelling.Labelling;
import dev.whetstone.verify.labelling.Panel;
import dev.whetstone.verify.labelling.expected.Rates;
import dev.whetstone.verify.labelling.expected.SimulatedVerifier;
import dev.whetstone.verify.labelling.sequential.Errors;
import dev.whetstone.verify.labelling.sequential.OperatingCharacteristic;
import dev.whetstone.verify.labelling.sequential.SequentialRule;
import dev.whetstone.verify.labelling.sequential.SequentialTest;
import dev.whetstone.verify.proof.Score;
import java.io.PrintStream;
import java.util.Locale;
import java.util.SplittableRandom;
import org.hipparchus.distribution.discrete.BinomialDistribution;

/** What the same errors cost: 64 analyses of each proof, the fewest fixed ones, or as they come. */
final class DepthFigures {
  private static final int PROOFS = 10_000;
  private static final int FIXED = 64;
  private static final double Z = 1.96;
  private static final Errors STATED = new Errors(0.01, 0.01);
  private static final Panel NONE = new Panel(0, true);
  private static final Rates RATES = new Rates(0.28, 0.02, 0.5, 1, 1);

  /** What simulated proofs of one kind cost, and how often their label was wrong. */
  private record Run(double calls, double errors) {}

  private DepthFigures() {}

  static Finding print(PrintStream out) {
    double clean = RATES.valid(false, NONE);
    double flawed = RATES.valid(true, NONE);
    SequentialTest test = SequentialTest.narrowest(clean, flawed, STATED, FIXED);
    SequentialRule rule = new SequentialRule(test, NONE, FIXED, 1, 1, 0);
    out.printf(
        Locale.ROOT,
        "%nCalls for errors of 1 %%, valid analyses %.2f of correct and %.2f of flawed proofs%n",
        clean,
        flawed);
    out.printf("  %-26s %d%n", "fixed, as published", FIXED);
    out.printf("  %-26s %d%n", "fixed, the fewest", fewest(clean, flawed));
    boolean correctMet = print(out, "sequential, correct", rule, false, clean, 21);
    boolean flawedMet = print(out, "sequential, flawed", rule, true, flawed, 22);
    return new Finding(
        correctMet && flawedMet,
        "calls at equal error: at most a third of %d, errors at most 1 %%".formatted(FIXED));
  }

  private static boolean print(
      PrintStream out, String name, SequentialRule rule, boolean flawed, double rate, long seed) {
    OperatingCharacteristic exact = OperatingCharacteristic.of(rule.test(), FIXED, rate);
    Run run = run(rule, flawed, new SplittableRandom(seed));
    double error = flawed ? exact.correct() : exact.flawed();
    out.printf(
        Locale.ROOT,
        "  %-26s %.2f (exact %.2f), errors %.4f (exact %.4f)%n",
        name,
        run.calls,
        exact.meanAnalyses(),
        run.errors,
        error);
    double noise = Z * Math.sqrt(error * (1 - error) / PROOFS);
    return 3 * run.calls <= FIXED && error <= 0.01 && Math.abs(run.errors - error) <= 2 * noise;
  }

  private static Run run(SequentialRule rule, boolean flawed, SplittableRandom random) {
    SimulatedVerifier verifier = new SimulatedVerifier(rule, RATES, random);
    double calls = 0;
    double errors = 0;
    for (int i = 0; i < PROOFS; i++) {
      Labelling labelling = verifier.label(flawed);
      calls += labelling.ledger().calls();
      boolean one = labelling.label().equals(new Label.Labelled(Score.ONE));
      boolean less = labelling.label() instanceof Label.Labelled && !one;
      if (flawed ? one : less) errors++;
    }
    return new Run(calls / PROOFS, errors / PROOFS);
  }

  /** The smallest fixed number for which some threshold has both errors. */
  private static int fewest(double clean, double flawed) {
    for (int n = 1; ; n++)
      for (int least = 1; least <= n; least++)
        if (1 - below(n, clean, least) <= STATED.correctAsFlawed()
            && below(n, flawed, least) <= STATED.flawedAsCorrect()) return n;
  }

  private static double below(int n, double rate, int least) {
    return new BinomialDistribution(n, rate).cumulativeProbability(least - 1);
  }
}
