package dev.whetstone.cli.bench.labelling;

import dev.whetstone.verify.labelling.FixedRule;
import dev.whetstone.verify.labelling.Label;
import dev.whetstone.verify.labelling.Lowest;
import dev.whetstone.verify.labelling.Panel;
import dev.whetstone.verify.labelling.expected.ExpectedShares;
import dev.whetstone.verify.labelling.expected.Rates;
import dev.whetstone.verify.labelling.expected.SimulatedVerifier;
import dev.whetstone.verify.proof.Score;
import java.io.PrintStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.SplittableRandom;
import org.hipparchus.distribution.discrete.BinomialDistribution;

/** Where labelling by a fixed rule ends: the closed form beside a simulation. */
final class RoutingFigures {
  private static final int PROOFS = 4_000;
  private static final double Z = 1.96;

  /** A cell with fewer proofs in it, or out of it, tells nothing. */
  private static final int LEAST = 10;

  private static final String[] ENDS = {"1", "1/2", "0", "human", "discarded"};
  private static final Rates UNCHECKED = new Rates(0.28, 0.02, 0.6, 1, 1);
  private static final Rates GOOD = new Rates(0.3, 0.02, 0.6, 0.9, 0.2);
  private static final Rates NOISY = new Rates(0.15, 0.1, 0.5, 0.75, 0.3);
  private static final List<Setting> SETTINGS =
      List.of(
          new Setting(rule(64, 0, 1), UNCHECKED, false),
          new Setting(rule(64, 3, 2), GOOD, false),
          new Setting(rule(16, 5, 3), NOISY, false),
          new Setting(rule(16, 5, 3), NOISY, true),
          new Setting(rule(8, 3, 2), NOISY, true));

  private record Setting(FixedRule rule, Rates rates, boolean flawed) {
    String name() {
      return "n=%d m=%d k=%d, d=%s phi=%s, %s"
          .formatted(
              rule.analyses(),
              rule.panel().checks(),
              rule.required(),
              rates.detection(),
              rates.falseAlarm(),
              flawed ? "flawed" : "correct");
    }
  }

  private RoutingFigures() {}

  static Finding print(PrintStream out) {
    out.printf("Routing of %,d simulated proofs; in brackets the closed form%n", PROOFS);
    List<Boolean> cells = new ArrayList<>();
    for (int i = 0; i < SETTINGS.size(); i++)
      cells.addAll(print(out, SETTINGS.get(i), new SplittableRandom(11 + i)));
    long outside = cells.stream().filter(within -> !within).count();
    int most = new BinomialDistribution(cells.size(), 0.05).inverseCumulativeProbability(0.99);
    return new Finding(
        outside <= most,
        "cells outside the closed form's 95 %% interval: %d of %d (mark: at most %d)"
            .formatted(outside, cells.size(), most));
  }

  private static FixedRule rule(int n, int m, int k) {
    return new FixedRule(n, new Panel(m, true), k, Lowest.OF_VALID, (k + 1) / 2, 0);
  }

  /** Whether each cell that tells something lies within its interval. */
  private static List<Boolean> print(PrintStream out, Setting setting, SplittableRandom random) {
    double[] expected = shares(ExpectedShares.of(setting.rule, setting.rates, setting.flawed));
    double[] seen = simulate(setting, random);
    List<Boolean> within = new ArrayList<>();
    out.printf("  %-41s", setting.name());
    for (int end = 0; end < ENDS.length; end++) {
      out.printf(Locale.ROOT, "  %s %.3f (%.3f)", ENDS[end], seen[end], expected[end]);
      double error = Math.sqrt(expected[end] * (1 - expected[end]) / PROOFS);
      if (Math.min(expected[end], 1 - expected[end]) * PROOFS >= LEAST)
        within.add(Math.abs(seen[end] - expected[end]) <= Z * error);
    }
    out.println();
    return within;
  }

  private static double[] simulate(Setting setting, SplittableRandom random) {
    SimulatedVerifier verifier = new SimulatedVerifier(setting.rule, setting.rates, random);
    double[] seen = new double[ENDS.length];
    for (int i = 0; i < PROOFS; i++)
      seen[end(verifier.label(setting.flawed).label())] += 1.0 / PROOFS;
    return seen;
  }

  private static int end(Label label) {
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
}
