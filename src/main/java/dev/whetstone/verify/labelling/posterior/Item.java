package dev.whetstone.verify.labelling.posterior;

import java.util.List;

/**
 * The votes on one item.
 *
 * @param tells whether they tell how good their raters are
 */
record Item(List<Vote> votes, boolean tells) {
  /** With two raters an error of one looks like an error of the other. */
  private static final int RATERS_TO_TELL = 3;

  static Item of(List<Vote> votes) {
    return new Item(
        votes, votes.stream().mapToInt(Vote::rater).distinct().count() >= RATERS_TO_TELL);
  }
}
