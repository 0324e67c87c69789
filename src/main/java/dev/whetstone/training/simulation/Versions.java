package dev.whetstone.training.simulation;

import dev.whetstone.training.promotion.Decision;
import dev.whetstone.training.promotion.Evidence;
import dev.whetstone.training.promotion.Gate;
import dev.whetstone.training.promotion.Paired;
import java.util.List;
import java.util.random.RandomGenerator;

/** The version that serves, and those that come up to replace it; the gate decides. */
final class Versions {
  private final World world;
  private final Grounds grounds;
  private final Gate gate;
  private final RandomGenerator random;
  private LinearVerifier serving;
  private double accuracy;
  private double onHuman;
  private int fitted = 1;

  Versions(World world, Grounds grounds, Gate gate, List<Read> first, RandomGenerator random) {
    this.world = world;
    this.grounds = grounds;
    this.gate = gate;
    this.random = random;
    serve(LinearVerifier.fit(fitted, first));
  }

  private void serve(LinearVerifier version) {
    serving = version;
    accuracy = version.accuracy(grounds.exam());
    onHuman = version.auc(grounds.human());
  }

  LinearVerifier serving() {
    return serving;
  }

  /** Of the version that serves, on held-out generated solutions. */
  double accuracy() {
    return accuracy;
  }

  /** AUC of the version that serves, on solutions that real people labelled; NaN without any. */
  double onHuman() {
    return onHuman;
  }

  /** Fits a candidate, which serves if it is shown to be better. */
  void retrain(List<Read> labelled, Foolers foolers) {
    LinearVerifier candidate = LinearVerifier.fit(++fitted, labelled);
    List<Read> fresh =
        Read.all(Grounds.generated(world.families(), world.fresh(), random.nextLong()));
    Decision decision =
        gate.decide(
            "linear@" + serving.version(),
            new Evidence(
                paired(candidate, grounds.people()),
                paired(candidate, foolers.toMeasureOn()),
                foolers.of(serving),
                paired(candidate, fresh)));
    if (decision.promoted()) serve(candidate);
  }

  private Paired paired(LinearVerifier candidate, List<Read> reads) {
    return new Paired(candidate.judged(reads), serving.judged(reads));
  }
}
