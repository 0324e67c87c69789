package dev.whetstone.cli.demo.loop;

import dev.whetstone.benchmark.metric.Estimate;
import java.util.Locale;

/** Numbers as people read them. */
final class Shown {
  private Shown() {}

  static String number(boolean isShare, double value) {
    return isShare ? percent(value) : count(value);
  }

  static String percent(double share) {
    return String.format(Locale.ROOT, "%.1f %%", 100 * share);
  }

  static String count(double value) {
    return String.format(Locale.ROOT, value < 100 ? "%.2f" : "%,.0f", value);
  }

  static String interval(Estimate estimate, boolean isShare) {
    return "%s (%s to %s)"
        .formatted(
            number(isShare, estimate.value()),
            number(isShare, estimate.low()),
            number(isShare, estimate.high()));
  }
}
