package dev.whetstone.benchmark;

import dev.whetstone.benchmark.label.Generated;
import dev.whetstone.benchmark.label.StepLabel;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;

/**
 * How well a judge does on a part of the items.
 *
 * @param by what the items were parted by
 * @param value which part this is
 */
public record Slice(By by, String value, Metrics metrics) {
  /** What items are parted by. */
  public enum By {
    STEPS,
    FIRST_ERROR,
    GENERATOR,
    /** Generated solutions alone: whether the judge was trained on their family. */
    TRAINING
  }

  /** The first number of each range: the last one has no end. */
  private static final int[] STEPS = {1, 4, 7, 11, 16, 26};

  private static final int[] PLACES = {1, 2, 3, 4, 6, 9};

  /**
   * Every part of every kind, in order; items that fit no part of a kind are left out of it.
   *
   * @param training the judge's
   */
  public static List<Slice> of(List<Judged> judged, TrainedOn training, Measurement measurement) {
    Map<By, Function<Judged, Optional<Part>>> kinds = new LinkedHashMap<>();
    kinds.put(By.STEPS, j -> Optional.of(range(STEPS, j.item().solution().steps().size())));
    kinds.put(By.FIRST_ERROR, Slice::firstError);
    kinds.put(By.GENERATOR, j -> Optional.of(new Part(0, j.item().provenance().generator())));
    kinds.put(By.TRAINING, j -> training(j.item().set(), training));
    List<Slice> slices = new ArrayList<>();
    kinds.forEach(
        (by, part) ->
            parts(judged, part)
                .forEach((p, of) -> slices.add(new Slice(by, p.name(), measurement.of(of)))));
    return slices;
  }

  private record Part(int order, String name) implements Comparable<Part> {
    @Override
    public int compareTo(Part other) {
      return order == other.order ? name.compareTo(other.name) : order - other.order;
    }
  }

  private static Map<Part, List<Judged>> parts(
      List<Judged> judged, Function<Judged, Optional<Part>> part) {
    Map<Part, List<Judged>> parts = new TreeMap<>();
    for (Judged j : judged)
      part.apply(j).ifPresent(p -> parts.computeIfAbsent(p, x -> new ArrayList<>()).add(j));
    return parts;
  }

  /** Counted from 1, as people do. */
  private static Optional<Part> firstError(Judged judged) {
    int index = judged.item().truth().steps().indexOf(StepLabel.WRONG);
    return index < 0 ? Optional.empty() : Optional.of(range(PLACES, index + 1));
  }

  private static Optional<Part> training(String set, TrainedOn training) {
    if (!set.startsWith(Generated.SETS)) return Optional.empty();
    return training
        .names(set)
        .map(
            named -> named ? new Part(0, "families trained on") : new Part(1, "families left out"));
  }

  private static Part range(int[] firsts, int value) {
    int at = firsts.length - 1;
    while (firsts[at] > value) at--;
    return new Part(firsts[at], name(firsts, at));
  }

  private static String name(int[] firsts, int at) {
    if (at == firsts.length - 1) return firsts[at] + " or more";
    int last = firsts[at + 1] - 1;
    return last == firsts[at] ? "" + last : firsts[at] + " to " + last;
  }
}
