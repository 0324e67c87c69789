package dev.whetstone.benchmark.review;

import java.util.UUID;

/** A rater has given another answer to the item before; the first one stays. */
public final class AnsweredBefore extends RuntimeException {
  AnsweredBefore(UUID item, String rater) {
    super(rater + " has answered item " + item + " before");
  }
}
