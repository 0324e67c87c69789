package dev.whetstone.curriculum.bakeoff;

import java.util.Arrays;
import java.util.List;

/** What the published rules keep of each cell. */
final class Tally {
  private static final double KEPT = 0.5;

  final double[] alpha;
  final double[] beta;
  final double[] last;
  final double[] advantage;
  final double[] q;
  final double[] staleness;
  final boolean[] seen;

  Tally(int cells) {
    alpha = filled(cells, 1);
    beta = filled(cells, 1);
    last = new double[cells];
    advantage = new double[cells];
    q = new double[cells];
    staleness = new double[cells];
    seen = new boolean[cells];
  }

  private static double[] filled(int cells, double value) {
    double[] filled = new double[cells];
    Arrays.fill(filled, value);
    return filled;
  }

  void saw(List<Group> groups) {
    for (int cell = 0; cell < staleness.length; cell++) staleness[cell]++;
    groups.forEach(this::saw);
  }

  private void saw(Group group) {
    int cell = group.cell();
    int passed = group.passed();
    alpha[cell] = alpha[cell] * KEPT + (1 - KEPT) + passed;
    beta[cell] = beta[cell] * KEPT + (1 - KEPT) + World.GROUP - passed;
    last[cell] = group.mean();
    advantage[cell] = group.advantage();
    q[cell] = KEPT * q[cell] + (1 - KEPT) * group.advantage();
    staleness[cell] = 0;
    seen[cell] = true;
  }

  int seenCount() {
    int count = 0;
    for (boolean s : seen) if (s) count++;
    return count;
  }
}
