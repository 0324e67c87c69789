package dev.whetstone.benchmark.review;

import dev.whetstone.benchmark.label.Labelled;
import java.time.Duration;
import java.util.List;

/** Between which values the rules of reviewing make sense. */
final class RuleBounds {
  private RuleBounds() {}

  /**
   * @throws IllegalArgumentException if one is out of its range, with its name and range
   */
  static void require(ReviewRules rules) {
    requireSet("set", rules.set());
    for (String set : rules.goldSets().orElse(List.of())) requireSet("gold-sets", set);
    requireTime("lease", rules.lease());
    requireTime("draw-every", rules.drawEvery());
    requireSome("open", rules.open());
    requireSome("frame", rules.frame());
    requireSome("max-skips", rules.maxSkips());
    requireSome("gold-items", rules.goldItems());
    requireSome("max-comment", rules.maxComment());
    if (rules.goldFirst() < 0)
      throw new IllegalArgumentException(
          "whetstone.review.gold-first is at least 0, not " + rules.goldFirst());
    requireShare("double-share", rules.doubleShare());
    requireShare("gold-share", rules.goldShare());
    requireShare("least-accuracy", rules.leastAccuracy());
    requireShare("even-share", rules.evenShare());
    if (rules.evenShare() == 0)
      throw new IllegalArgumentException(
          "whetstone.review.even-share is above 0: nothing may be without a chance");
  }

  private static void requireSet(String name, String set) {
    try {
      Labelled.requireSetName(set);
    } catch (IllegalArgumentException e) {
      throw new IllegalArgumentException("whetstone.review." + name + ": " + e.getMessage(), e);
    }
  }

  private static void requireTime(String name, Duration time) {
    if (!time.isPositive())
      throw new IllegalArgumentException("whetstone.review." + name + " is above 0, not " + time);
  }

  private static void requireSome(String name, int value) {
    if (value < 1)
      throw new IllegalArgumentException(
          "whetstone.review." + name + " is at least 1, not " + value);
  }

  private static void requireShare(String name, double value) {
    if (!(value >= 0 && value <= 1))
      throw new IllegalArgumentException(
          "whetstone.review." + name + " lies between 0 and 1, not " + value);
  }
}
