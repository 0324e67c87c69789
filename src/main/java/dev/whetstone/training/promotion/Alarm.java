package dev.whetstone.training.promotion;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * Whether the version that serves errs more than the one before it did, as far as exact checks
 * tell. Verdicts are compared within strata of equal tasks and grades alone, for a curriculum that
 * moves on to harder tasks is no fault of a version: the interval of the risk difference of Mantel
 * and Haenszel, with the variance of Sato (1989, Biometrics 45:1323), lies above a margin.
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
   * A version's latest verdicts in a stratum.
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

  /**
   * Why the version that serves is to be rolled back; empty where it is not, or where too little is
   * in strata that both versions have: one's thousand tell no more than the other's one beside
   * them.
   */
  public Optional<String> of(Map<String, Tally> serving, Map<String, Tally> before) {
    List<Pair> pairs =
        serving.keySet().stream()
            .filter(before::containsKey)
            .map(stratum -> new Pair(serving.get(stratum), before.get(stratum)))
            .toList();
    Tally now = total(pairs, Pair::serving);
    Tally then = total(pairs, Pair::before);
    double comparable = 2 * pairs.stream().mapToDouble(Pair::weight).sum();
    double least = Math.min(comparable, Math.min(now.verdicts(), then.verdicts()));
    if (least < settings.minVerdicts()) return Optional.empty();
    double low = low(pairs);
    return low <= settings.margin() ? Optional.empty() : Optional.of(reason(now, then, low));
  }

  private String reason(Tally now, Tally then, double low) {
    return String.format(
        Locale.ROOT,
        "%.3f of its last %d verdicts on tasks that both met were contradicted by the exact check"
            + " or failed, %.3f of the %d of the version before it: on equal tasks at least %.3f"
            + " more (margin %.3f)",
        now.share(),
        now.verdicts(),
        then.share(),
        then.verdicts(),
        low,
        settings.margin());
  }

  private static Tally total(List<Pair> pairs, Function<Pair, Tally> side) {
    List<Tally> tallies = pairs.stream().map(side).toList();
    return new Tally(
        tallies.stream().mapToInt(Tally::verdicts).sum(),
        tallies.stream().mapToInt(Tally::bad).sum());
  }

  /** The lower bound of the difference. */
  private double low(List<Pair> pairs) {
    double weights = pairs.stream().mapToDouble(Pair::weight).sum();
    double difference = pairs.stream().mapToDouble(Pair::difference).sum() / weights;
    double p = pairs.stream().mapToDouble(Pair::p).sum();
    double q = pairs.stream().mapToDouble(Pair::q).sum();
    double variance = Math.max(0, difference * p + q) / (weights * weights);
    return difference - settings.standardErrors() * Math.sqrt(variance);
  }

  /** Both versions' verdicts in a stratum, and its terms of Sato's formula. */
  private record Pair(Tally serving, Tally before) {
    double all() {
      return serving.verdicts() + before.verdicts();
    }

    double weight() {
      return serving.verdicts() * (before.verdicts() / all());
    }

    double difference() {
      return weight() * (serving.share() - before.share());
    }

    double p() {
      double n = serving.verdicts();
      double m = before.verdicts();
      return (n * n * before.bad() - m * m * serving.bad() + n * m * (m - n) / 2) / (all() * all());
    }

    double q() {
      double a = serving.bad();
      double b = before.bad();
      return (a * (before.verdicts() - b) + b * (serving.verdicts() - a)) / (2 * all());
    }
  }
}
