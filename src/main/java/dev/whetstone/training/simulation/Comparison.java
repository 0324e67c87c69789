package dev.whetstone.training.simulation;

import static dev.whetstone.training.simulation.Measure.share;

import dev.whetstone.benchmark.metric.Estimate;
import dev.whetstone.benchmark.metric.Student;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;

/**
 * The runs of several seeds, with the loop off and on. Intervals are Student's, over the seeds, and
 * end where shares and counts do; of one seed there is none.
 */
public record Comparison(List<Pair> seeds) {
  /** Rounds that count as the end. */
  public static final int END = 5;

  public Comparison {
    seeds = List.copyOf(seeds);
    if (seeds.isEmpty()) throw new IllegalArgumentException("no seed");
  }

  /** One seed's runs: the same first version, and the same solver at the start. */
  public record Pair(List<Round> off, List<Round> on) {
    public Pair {
      off = List.copyOf(off);
      on = List.copyOf(on);
      if (off.size() != on.size() || on.isEmpty())
        throw new IllegalArgumentException("as many rounds off as on, and one at least");
    }

    List<Round> rounds(boolean loop) {
      return loop ? on : off;
    }

    private static List<Round> end(List<Round> rounds) {
      return rounds.subList(Math.max(0, rounds.size() - END), rounds.size());
    }
  }

  public int rounds() {
    return seeds.getFirst().on.size();
  }

  /** After each round; empty where no seed has a value. */
  public List<Optional<Estimate>> curve(Measure measure, boolean loop) {
    double most = measure.isShare() ? 1 : Double.POSITIVE_INFINITY;
    return IntStream.rangeClosed(1, rounds())
        .mapToObj(n -> mean(most, pair -> measure.of(pair.rounds(loop).subList(0, n))))
        .toList();
  }

  /** Of the rewarded answers of the last rounds, those that are wrong. */
  public Optional<Estimate> exploits(boolean loop) {
    return mean(1, pair -> exploits(pair.rounds(loop), family -> true));
  }

  /** The same of one family's. */
  public Optional<Estimate> exploits(boolean loop, String family) {
    return mean(1, pair -> exploits(pair.rounds(loop), f -> f.name().equals(family)));
  }

  /** Of the answers of the last rounds, those to one family's tasks. */
  public Optional<Estimate> asked(boolean loop, String family) {
    return mean(
        1,
        pair ->
            share(
                sum(pair.rounds(loop), f -> f.name().equals(family), Round.Family::answers),
                sum(pair.rounds(loop), f -> true, Round.Family::answers)));
  }

  /** Exploits with the loop over those without, of each seed. */
  public Optional<Estimate> ratio() {
    return mean(
        Double.POSITIVE_INFINITY,
        pair -> exploits(pair.on, f -> true) / exploits(pair.off, f -> true));
  }

  /** Versions that served after the first. */
  public Optional<Estimate> promoted() {
    return mean(
        Double.POSITIVE_INFINITY,
        pair -> pair.on.stream().mapToInt(Round::version).distinct().count() - 1.0);
  }

  public List<String> families() {
    return seeds.getFirst().on.getFirst().families().stream().map(Round.Family::name).toList();
  }

  private static double exploits(List<Round> rounds, Predicate<Round.Family> which) {
    return share(
        sum(rounds, which, Round.Family::exploits), sum(rounds, which, Round.Family::rewarded));
  }

  private static double sum(
      List<Round> rounds, Predicate<Round.Family> which, ToDoubleFunction<Round.Family> of) {
    return Pair.end(rounds).stream()
        .flatMap(round -> round.families().stream())
        .filter(which)
        .mapToDouble(of)
        .sum();
  }

  private Optional<Estimate> mean(double most, ToDoubleFunction<Pair> of) {
    double[] values = seeds.stream().mapToDouble(of).filter(Double::isFinite).toArray();
    if (values.length == 0) return Optional.empty();
    Estimate mean = Student.mean(values);
    return Optional.of(
        new Estimate(mean.value(), Math.max(0, mean.low()), Math.min(most, mean.high())));
  }
}
