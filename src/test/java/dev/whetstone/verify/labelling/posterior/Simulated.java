package dev.whetstone.verify.labelling.posterior;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/** Votes of raters of known accuracy. */
final class Simulated {
  private Simulated() {}

  /** Half of the items are of class 0; the others share the rest. */
  static Votes votes(double[] accuracy, int items, int classes, long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    List<Vote> all = new ArrayList<>();
    for (int item = 0; item < items; item++) {
      int right = random.nextBoolean() ? 0 : 1 + random.nextInt(classes - 1);
      for (int rater = 0; rater < accuracy.length; rater++) {
        int wrong = (right + 1 + random.nextInt(classes - 1)) % classes;
        all.add(new Vote(item, rater, random.nextDouble() < accuracy[rater] ? right : wrong));
      }
    }
    return new Votes(items, accuracy.length, classes, all);
  }
}
