package dev.whetstone.training.simulation;

import dev.whetstone.benchmark.label.Truth;
import dev.whetstone.benchmark.review.Inclusion;
import dev.whetstone.benchmark.review.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;

/** Simulated people, who read what is most worth it, and are wrong now and then. */
final class People {
  /** How often one takes right for wrong, or wrong for right. */
  private static final double ERROR = 0.03;

  private static final double EVEN_SHARE = 0.2;

  private final double each;
  private final RandomGenerator random;

  /**
   * @param each solutions that they read in a round, as expected
   */
  People(double each, RandomGenerator random) {
    this.each = each;
    this.random = random;
  }

  /** Places of those that are read, by what a label of each is worth. */
  List<Integer> drawn(double[] correctShares) {
    double[] values = new double[correctShares.length];
    for (int i = 0; i < values.length; i++)
      values[i] = Value.undecided(correctShares[i], 1).value();
    List<Integer> drawn = new ArrayList<>();
    if (values.length == 0) return drawn;
    double[] inclusion = Inclusion.probabilities(values, each, EVEN_SHARE);
    IntStream.range(0, values.length)
        .filter(i -> random.nextDouble() < inclusion[i])
        .forEach(drawn::add);
    return drawn;
  }

  Truth label(Truth truth) {
    if (random.nextDouble() >= ERROR) return truth;
    int steps = truth.steps().size();
    return Truth.ofFirstError(
        steps, truth.hasError() ? OptionalInt.empty() : OptionalInt.of(random.nextInt(steps)));
  }
}
