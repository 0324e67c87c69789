package dev.whetstone.verify.labelling.expected;

import dev.whetstone.verify.labelling.Labeller;
import dev.whetstone.verify.labelling.Labelling;
import dev.whetstone.verify.labelling.Rule;
import dev.whetstone.verify.proof.Analysis;
import dev.whetstone.verify.proof.Reply;
import dev.whetstone.verify.proof.Score;
import java.util.random.RandomGenerator;

/** A verifier of known rates; a proof is whether it is flawed. */
public final class SimulatedVerifier {
  private static final String TRUE_ISSUE = "true";
  private static final String FALSE_ISSUE = "false";

  private final Labeller<Boolean> labeller;
  private final Rates rates;
  private final RandomGenerator random;

  public SimulatedVerifier(Rule rule, Rates rates, RandomGenerator random) {
    this.rates = rates;
    this.random = random;
    labeller =
        new Labeller<>(
            rule,
            (flawed, attempt) -> new Reply.Judged<>(analysis(flawed)),
            (flawed, analysis, attempt) -> new Reply.Judged<>(confirms(analysis)));
  }

  public Labelling label(boolean flawed) {
    return labeller.label(flawed);
  }

  private Analysis analysis(boolean flawed) {
    double draw = random.nextDouble();
    double detection = flawed ? rates.detection() : 0;
    if (draw >= detection + rates.falseAlarm()) return new Analysis("", Score.ONE);
    Score score = random.nextDouble() < rates.zeroShare() ? Score.ZERO : Score.HALF;
    return new Analysis(draw < detection ? TRUE_ISSUE : FALSE_ISSUE, score);
  }

  private boolean confirms(Analysis analysis) {
    boolean real = analysis.text().equals(TRUE_ISSUE);
    return random.nextDouble() < (real ? rates.confirmsTrue() : rates.confirmsFalse());
  }
}
