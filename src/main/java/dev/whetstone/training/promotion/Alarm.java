package dev.whetstone.training.promotion;

import java.util.Locale;
import java.util.Optional;

/**
 * Whether the version that serves errs more than the one before it did, as far as exact checks
 * tell: the interval of the difference of two independent shares (Newcombe, 1998, Statistics in
 * Medicine 17:873, method 10) lies above a margin.
 */
public final class Alarm {
  private final AlarmSettings settings;

  /**
   * @throws IllegalArgumentException if a setting is out of its range
   */
  public Alarm(AlarmSettings settings) {
    if (settings.minVerdicts() < 1 || settings.window() < settings.minVerdicts())
      throw new IllegalArgumentException(
          "whetstone.promotion.alarm: min-verdicts is at least 1, and window not less than it");
    if (!(settings.margin() >= 0 && settings.margin() <= 1 && settings.standardErrors() > 0))
      throw new IllegalArgumentException(
          "whetstone.promotion.alarm: margin lies between 0 and 1, standard-errors above 0");
    this.settings = settings;
  }

  /**
   * A version's latest verdicts.
   *
   * @param bad those that the exact check contradicts, and those that were a fault of ours
   */
  public record Tally(int verdicts, int bad) {
    public Tally {
      if (bad < 0 || bad > verdicts)
        throw new IllegalArgumentException(bad + " bad verdicts of " + verdicts);
    }

    double share() {
      return (double) bad / verdicts;
    }
  }

  /** Why the version that serves is to be rolled back; empty where it is not. */
  public Optional<String> of(Tally serving, Tally before) {
    if (serving.verdicts() < settings.minVerdicts() || before.verdicts() < settings.minVerdicts())
      return Optional.empty();
    double low = low(serving, before);
    if (low <= settings.margin()) return Optional.empty();
    return Optional.of(
        String.format(
            Locale.ROOT,
            "%.3f of its last %d verdicts were contradicted by the exact check or failed, %.3f of"
                + " the %d of the version before it: at least %.3f more (margin %.3f)",
            serving.share(),
            serving.verdicts(),
            before.share(),
            before.verdicts(),
            low,
            settings.margin()));
  }

  /** The lower bound of the difference. */
  private double low(Tally one, Tally other) {
    double below = one.share() - wilson(one, -1);
    double above = wilson(other, 1) - other.share();
    return one.share() - other.share() - Math.hypot(below, above);
  }

  /** Wilson's bound of a share (1927): the lower one for -1, the upper one for 1. */
  private double wilson(Tally tally, int side) {
    double n = tally.verdicts();
    double z = settings.standardErrors();
    double p = tally.share();
    double half = z * Math.sqrt(p * (1 - p) / n + z * z / (4 * n * n));
    return (p + z * z / (2 * n) + side * half) / (1 + z * z / n);
  }
}
