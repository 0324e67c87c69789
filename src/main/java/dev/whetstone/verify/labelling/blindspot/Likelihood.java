package dev.whetstone.verify.labelling.blindspot;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** How likely audits are; equal audits are computed once. */
final class Likelihood {
  private static final double LEAST = 1e-300; // whose logarithm is still finite
  private static final int HALVINGS = 40;

  private final Map<Audit, Integer> audits = new LinkedHashMap<>(); // and how often each occurs

  Likelihood(List<Audit> all) {
    for (Audit audit : all) audits.merge(audit, 1, Integer::sum);
  }

  double logOf(Detection detection) {
    return logOf(detection.blindSpot(), found(detection.a(), detection.b()));
  }

  /** The log-likelihood is concave in π0: the π0 where its slope is 0. */
  Detection withBestMass(double a, double b) {
    double[] found = found(a, b);
    double low = 0;
    double high = 1;
    for (int i = 0; i < HALVINGS && slope(low, found) > 0; i++) {
      double middle = (low + high) / 2;
      if (slope(middle, found) > 0) low = middle;
      else high = middle;
    }
    return new Detection(low, a, b);
  }

  private double logOf(double mass, double[] found) {
    double sum = 0;
    int i = 0;
    for (var audit : audits.entrySet()) {
      double blind = audit.getKey().mayHavePassedAll() ? mass : 0;
      sum += audit.getValue() * Math.log(Math.max(LEAST, blind + (1 - mass) * found[i++]));
    }
    return sum;
  }

  private double slope(double mass, double[] found) {
    double slope = 0;
    int i = 0;
    for (var audit : audits.entrySet()) {
      double blind = audit.getKey().mayHavePassedAll() ? 1 : 0;
      slope += audit.getValue() * (blind - found[i]) / (mass * blind + (1 - mass) * found[i]);
      i++;
    }
    return slope;
  }

  /** How often a flaw outside the blind spot gives each audit. */
  private double[] found(double a, double b) {
    Map<Integer, double[]> masses = new HashMap<>();
    return audits.keySet().stream()
        .mapToDouble(
            audit ->
                sum(
                    audit,
                    masses.computeIfAbsent(
                        audit.analyses(), n -> new BetaBinomial(n, a, b).masses())))
        .toArray();
  }

  private static double sum(Audit audit, double[] masses) {
    double sum = LEAST;
    for (int flags = audit.fewestFlags(); flags <= audit.mostFlags(); flags++) sum += masses[flags];
    return sum;
  }
}
