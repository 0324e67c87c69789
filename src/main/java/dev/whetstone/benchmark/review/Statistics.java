package dev.whetstone.benchmark.review;

import java.util.List;

/**
 * Where the reviews stand.
 *
 * @param leased items in raters' hands now
 */
public record Statistics(
    List<Count> items,
    long leased,
    List<ErrorRate> errorRates,
    List<RaterQuality> raters,
    Agreement agreement) {
  /** How many items of one source are in one state; none where there are none. */
  public record Count(Source source, ReviewState state, long items) {}

  public Statistics {
    items = List.copyOf(items);
    errorRates = List.copyOf(errorRates);
    raters = List.copyOf(raters);
  }
}
