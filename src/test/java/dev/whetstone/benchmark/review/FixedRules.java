package dev.whetstone.benchmark.review;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Rules of a test. */
record FixedRules(
    int open,
    double doubleShare,
    double goldShare,
    int goldFirst,
    int maxSkips,
    Optional<Set<String>> adjudicators)
    implements ReviewRules {
  static final FixedRules SINGLE = new FixedRules(50, 0, 0, 0, 3, Optional.empty());
  static final FixedRules DOUBLE = new FixedRules(50, 1, 0, 0, 3, Optional.empty());

  FixedRules gold(double share) {
    return new FixedRules(open, doubleShare, share, goldFirst, maxSkips, adjudicators);
  }

  FixedRules goldFirst(int items) {
    return new FixedRules(open, doubleShare, goldShare, items, maxSkips, adjudicators);
  }

  FixedRules open(int other) {
    return new FixedRules(other, doubleShare, goldShare, goldFirst, maxSkips, adjudicators);
  }

  @Override
  public String set() {
    return "reviewed";
  }

  @Override
  public Duration lease() {
    return Duration.ofMinutes(30);
  }

  @Override
  public Duration drawEvery() {
    return Duration.ofSeconds(30);
  }

  @Override
  public double evenShare() {
    return 0.2;
  }

  @Override
  public int frame() {
    return 1_000;
  }

  @Override
  public Optional<List<String>> goldSets() {
    return Optional.empty();
  }

  @Override
  public int goldItems() {
    return 10;
  }

  @Override
  public double leastAccuracy() {
    return 0.8;
  }

  @Override
  public int maxComment() {
    return 100;
  }
}
