package dev.whetstone.benchmark.review;

import java.util.UUID;

/** A rater votes on an item that was never theirs, or that they skipped. */
public final class NotLeased extends RuntimeException {
  NotLeased(UUID item, String rater) {
    super("item " + item + " is not in the hands of " + rater);
  }
}
