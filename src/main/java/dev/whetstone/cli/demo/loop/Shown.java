package dev.whetstone.cli.demo.loop;

import dev.whetstone.benchmark.metric.Estimate;
import dev.whetstone.training.simulation.Measure;
import java.util.Locale;

/** Numbers as people read them. */
final class Shown {
  private Shown() {}

  static String number(Measure measure, double value) {
    return measure.isShare() ? percent(value) : count(value);
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
            one(estimate.value(), isShare),
            one(estimate.low(), isShare),
            one(estimate.high(), isShare));
  }

  private static String one(double value, boolean isShare) {
    return isShare ? percent(value) : count(value);
  }
}
