package dev.whetstone.cli.bench.labelling;

import dev.whetstone.verify.labelling.posterior.Anaesthetists;
import dev.whetstone.verify.labelling.posterior.DawidSkene;
import dev.whetstone.verify.labelling.posterior.RaterPrior;
import java.io.PrintStream;
import java.util.Locale;

/** Raters of unequal worth: the fit of Dawid and Skene beside what they published. */
final class RaterFigures {
  private static final double[] SHARES = {.40, .42, .11, .07};
  private static final double[] FIRST_IS_RIGHT = {.89, .88, .66, .44};
  private static final double ROUNDING = 0.005;

  private RaterFigures() {}

  static Finding print(PrintStream out) {
    DawidSkene fit = DawidSkene.fit(Anaesthetists.votes(), RaterPrior.NONE);
    out.printf("%nDawid and Skene 1979, 45 patients and 5 observers; in brackets as published%n");
    double furthest = 0;
    for (int k = 0; k < SHARES.length; k++) {
      double share = fit.share(k);
      double right = fit.confusion(0, k, k);
      out.printf(
          Locale.ROOT,
          "  class %d: share %.3f (%.2f), observer 1 says so %.3f (%.2f)%n",
          k + 1,
          share,
          SHARES[k],
          right,
          FIRST_IS_RIGHT[k]);
      furthest = Math.max(furthest, Math.abs(share - SHARES[k]));
      furthest = Math.max(furthest, Math.abs(right - FIRST_IS_RIGHT[k]));
    }
    return new Finding(furthest <= ROUNDING, "the shares and errors of Dawid and Skene");
  }
}
