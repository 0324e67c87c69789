package dev.whetstone.verify.labelling.expected;

import dev.whetstone.verify.labelling.Analysis;
import dev.whetstone.verify.labelling.Labeller;
import dev.whetstone.verify.labelling.Labelling;
import dev.whetstone.verify.labelling.Reply;
import dev.whetstone.verify.labelling.Rule;
import dev.whetstone.verify.labelling.Score;
import java.util.List;
import java.util.random.RandomGenerator;

/** A verifier of known rates; a proof is whether it is flawed. */
public final class SimulatedVerifier {
  private static final List<String> TRUE_ISSUE = List.of("true");
  private static final List<String> FALSE_ISSUE = List.of("false");

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
    if (draw >= detection + rates.falseAlarm()) return Analysis.clean();
    Score score = random.nextDouble() < rates.zeroShare() ? Score.ZERO : Score.HALF;
    return new Analysis(score, draw < detection ? TRUE_ISSUE : FALSE_ISSUE);
  }

  private boolean confirms(Analysis analysis) {
    boolean real = analysis.issues().equals(TRUE_ISSUE);
    return random.nextDouble() < (real ? rates.confirmsTrue() : rates.confirmsFalse());
  }
}
