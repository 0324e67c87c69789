package dev.whetstone.benchmark.review;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * An item in a rater's hands, without anything that says why it was chosen or what is known of it.
 *
 * @param votes the votes that contradict each other, where the rater is to settle it; else none
 * @param waiting how many wait for this rater, with this one: rounded up to tens, for the exact
 *     number, which stands still at gold, would tell it
 */
public record Handout(
    UUID item,
    String problem,
    List<String> steps,
    List<Vote> votes,
    Instant leasedUntil,
    int waiting) {
  public Handout {
    steps = List.copyOf(steps);
    votes = List.copyOf(votes);
  }

  static int tens(int exact) {
    return 10 * Math.ceilDiv(exact, 10);
  }
}
