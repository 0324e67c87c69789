package dev.whetstone.verify.labelling.posterior;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/** Votes of raters of known accuracy, and the truth. */
record Simulated(Votes votes, List<Integer> truth) {
  /** Half of the items are of class 0; the others share the rest. */
  static Simulated votes(double[] accuracy, int items, int classes, long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    List<Vote> all = new ArrayList<>();
    List<Integer> truth = new ArrayList<>();
    for (int item = 0; item < items; item++) {
      int right = random.nextBoolean() ? 0 : 1 + random.nextInt(classes - 1);
      truth.add(right);
      for (int rater = 0; rater < accuracy.length; rater++) {
        int wrong = (right + 1 + random.nextInt(classes - 1)) % classes;
        all.add(new Vote(item, rater, random.nextDouble() < accuracy[rater] ? right : wrong));
      }
    }
    return new Simulated(new Votes(items, accuracy.length, classes, all), truth);
  }

  double[] voteShares(int item) {
    double[] shares = new double[votes.classes()];
    for (Vote vote : votes.all())
      if (vote.item() == item) shares[vote.given()] += 1.0 / votes.raters();
    return shares;
  }
}
