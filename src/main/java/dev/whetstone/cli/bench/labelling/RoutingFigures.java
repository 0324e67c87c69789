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
import java.util.List;
import java.util.Locale;
import java.util.SplittableRandom;

/** Where labelling by a fixed rule ends: the closed form beside a simulation. */
final class RoutingFigures {
  private static final int PROOFS = 4_000;
  private static final double Z = 1.96;

  /** Of so many cells so many may lie outside of 95 % intervals, at 99 %. */
  private static final int CELLS = 20;

  private static final int MAY_LIE_OUTSIDE = 4;
  private static final String[] ENDS = {"1", "1/2", "0", "human", "discarded"};
  private static final Rates GOOD = new Rates(0.3, 0.02, 0.6, 0.9, 0.2);
  private static final Rates NOISY = new Rates(0.15, 0.1, 0.5, 0.75, 0.3);

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
    int outside = 0;
    List<Setting> settings =
        List.of(
            new Setting(rule(64, 3, 2), GOOD, true),
            new Setting(rule(64, 3, 2), GOOD, false),
            new Setting(rule(16, 5, 3), NOISY, true),
            new Setting(rule(16, 5, 3), NOISY, false));
    for (int i = 0; i < settings.size(); i++)
      outside += print(out, settings.get(i), new SplittableRandom(11 + i));
    return new Finding(
        outside <= MAY_LIE_OUTSIDE,
        "cells outside the closed form's 95 %% interval: %d of %d (mark: at most %d)"
            .formatted(outside, CELLS, MAY_LIE_OUTSIDE));
  }

  private static FixedRule rule(int n, int m, int k) {
    return new FixedRule(n, new Panel(m, true), k, Lowest.OF_VALID, 1, 0);
  }

  private static int print(PrintStream out, Setting setting, SplittableRandom random) {
    double[] expected = shares(ExpectedShares.of(setting.rule, setting.rates, setting.flawed));
    double[] seen = simulate(setting, random);
    int outside = 0;
    out.printf("  %-40s", setting.name());
    for (int end = 0; end < ENDS.length; end++) {
      double error = Math.sqrt(expected[end] * (1 - expected[end]) / PROOFS);
      if (Math.abs(seen[end] - expected[end]) > Z * error + 0.5 / PROOFS) outside++;
      out.printf(Locale.ROOT, "  %s %.3f (%.3f)", ENDS[end], seen[end], expected[end]);
    }
    out.println();
    return outside;
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
      case Label.Labelled(Score score) -> Score.ONE.ordinal() - score.ordinal();
      case Label.Human human -> 3;
      case Label.Discarded discarded -> 4;
    };
  }

  private static double[] shares(ExpectedShares s) {
    return new double[] {s.one(), s.half(), s.zero(), s.human(), s.discarded()};
  }
}
