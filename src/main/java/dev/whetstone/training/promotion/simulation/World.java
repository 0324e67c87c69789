package dev.whetstone.training.promotion.simulation;

import dev.whetstone.benchmark.Judged;
import dev.whetstone.benchmark.Judgement;
import dev.whetstone.benchmark.Judgement.Said;
import dev.whetstone.benchmark.label.Labelled;
import dev.whetstone.benchmark.label.Labelled.Provenance;
import dev.whetstone.benchmark.label.Labelled.Split;
import dev.whetstone.benchmark.label.Truth;
import dev.whetstone.model.Derivation;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.ToDoubleFunction;
import java.util.random.RandomGenerator;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;

/**
 * Simulated solutions, and what two versions say of them. Each solution is as easy to the one
 * version as to the other, and each version an error of its own beside it: they agree more than
 * chance.
 */
final class World {
  /** Share of a version's variance that is the solution's: two versions of one model correlate. */
  private static final double SHARED = 0.6;

  private static final int STEPS = 5;
  private static final Provenance SIMULATED =
      new Provenance("simulated", "simulated", "Apache-2.0");

  private final RandomGenerator random;

  /** In ascending order: quantiles of the normal distribution. */
  private final double[] normal;

  private int made;

  World(RandomGenerator random) {
    this.random = random;
    this.normal = DoubleStream.generate(random::nextGaussian).limit(100_000).sorted().toArray();
  }

  /** One solution, and how easy it is for both. */
  private record Item(Labelled labelled, double ease) {}

  /** What two versions said of one solution. */
  record Pair(Judged candidate, Judged incumbent) {}

  /** So many solutions of a set, half of them with an error. */
  List<Pair> pairs(String set, int count, Planted candidate, ToDoubleFunction<Planted> accuracy) {
    return IntStream.range(0, count)
        .mapToObj(i -> item(set))
        .map(
            item ->
                new Pair(
                    judged(item, accuracy.applyAsDouble(candidate)),
                    judged(item, accuracy.applyAsDouble(Planted.INCUMBENT))))
        .toList();
  }

  private Item item(String set) {
    OptionalInt first =
        random.nextBoolean() ? OptionalInt.of(random.nextInt(STEPS)) : OptionalInt.empty();
    String id = Integer.toString(made++);
    Labelled labelled =
        new Labelled(
            set,
            id,
            Split.TEST,
            new Derivation("problem " + id, Collections.nCopies(STEPS, "a step")),
            Truth.ofFirstError(STEPS, first),
            Optional.empty(),
            SIMULATED);
    return new Item(labelled, random.nextGaussian());
  }

  private Judged judged(Item item, double accuracy) {
    double skill = Math.sqrt(SHARED) * item.ease + Math.sqrt(1 - SHARED) * random.nextGaussian();
    double margin = skill - normal[(int) ((1 - accuracy) * normal.length)];
    return new Judged(item.labelled, said(item.labelled.truth().firstError(), margin));
  }

  /** The further from its threshold, the surer; a wrong one is as often blind as it is mistaken. */
  private Judgement said(OptionalInt truth, double margin) {
    boolean exact = margin >= 0;
    OptionalInt first = exact ? truth : otherThan(truth);
    double sure = 1 - 0.5 * Math.exp(-Math.abs(margin) * 2);
    boolean right = first.isEmpty();
    List<Double> steps = new ArrayList<>(Collections.nCopies(STEPS, 0.9));
    first.ifPresent(step -> steps.set(step, 0.1));
    return new Said(steps, first, right, right ? sure : 1 - sure);
  }

  private OptionalInt otherThan(OptionalInt truth) {
    if (truth.isEmpty()) return OptionalInt.of(random.nextInt(STEPS));
    if (random.nextBoolean()) return OptionalInt.empty();
    return OptionalInt.of((truth.getAsInt() + 1 + random.nextInt(STEPS - 1)) % STEPS);
  }
}
