package dev.whetstone.cli.demo.chart;

import dev.whetstone.benchmark.metric.Estimate;
import java.util.Locale;
import java.util.Optional;

/** Numbers as people read them. */
public final class Shown {
  private Shown() {}

  public static String number(boolean isShare, double value) {
    return isShare ? percent(value) : count(value);
  }

  public static String percent(double share) {
    return String.format(Locale.ROOT, "%.1f %%", 100 * share);
  }

  public static String count(double value) {
    return String.format(Locale.ROOT, value < 100 ? "%.2f" : "%,.0f", value);
  }

  public static String interval(Estimate estimate, boolean isShare) {
    return number(isShare, estimate.value())
        + bounds(estimate, isShare).map(" (%s)"::formatted).orElse("");
  }

  /** Empty where there is no interval, as of one seed. */
  public static Optional<String> bounds(Estimate estimate, boolean isShare) {
    if (estimate.low() == estimate.high()) return Optional.empty();
    return Optional.of(number(isShare, estimate.low()) + " to " + number(isShare, estimate.high()));
  }
}
