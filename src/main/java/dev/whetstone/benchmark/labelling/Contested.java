package dev.whetstone.benchmark.labelling;

import java.util.UUID;

/**
 * A proof that a person is to read.
 *
 * @param posterior P(no step is wrong) by the votes; 1/2 where nothing is known
 */
public record Contested(UUID id, Submission what, double posterior) {
  static final String REVIEW = "labelling/";

  /** What its review is named, once for ever. */
  public String review() {
    return REVIEW + id;
  }
}
