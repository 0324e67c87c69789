package dev.whetstone.benchmark.review;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toList;

import dev.whetstone.verify.labelling.agreement.CohenKappa;
import dev.whetstone.verify.labelling.agreement.Distance;
import dev.whetstone.verify.labelling.agreement.KrippendorffAlpha;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.ToDoubleFunction;

/**
 * How far raters agree beyond chance where none saw the others' votes.
 *
 * @param items judged by two or more
 * @param scoreAlpha Krippendorff's α of the scores, as numbers; empty where all are the same
 * @param firstErrorAlpha Krippendorff's α of the first wrong steps, equal or not
 * @param pairs Cohen's κ of the scores for each two raters who share an item
 */
public record Agreement(
    int items, OptionalDouble scoreAlpha, OptionalDouble firstErrorAlpha, List<Pair> pairs) {
  private static final int SCORES = 3;

  /**
   * @param observed share of the items on which both give the same score
   * @param kappa empty where both know one score only
   */
  public record Pair(String one, String other, int items, double observed, OptionalDouble kappa) {}

  /** One rater's word on one item. */
  record Ballot(UUID item, String rater, OptionalInt firstError, double score) {}

  public Agreement {
    pairs = List.copyOf(pairs);
  }

  static Agreement of(List<Ballot> ballots) {
    List<List<Ballot>> shared =
        ballots.stream().collect(groupingBy(Ballot::item, TreeMap::new, toList())).values().stream()
            .filter(item -> item.size() > 1)
            .toList();
    return new Agreement(
        shared.size(),
        alpha(shared, Ballot::score, Distance.INTERVAL),
        alpha(shared, ballot -> ballot.firstError().orElse(-1), Distance.NOMINAL),
        pairs(shared));
  }

  private static OptionalDouble alpha(
      List<List<Ballot>> shared, ToDoubleFunction<Ballot> value, Distance distance) {
    if (shared.isEmpty()) return OptionalDouble.empty();
    List<List<Double>> values =
        shared.stream().map(item -> item.stream().mapToDouble(value).boxed().toList()).toList();
    return KrippendorffAlpha.of(values, distance).alpha();
  }

  /** Two raters, in the order of their names. */
  private record Names(String one, String other) implements Comparable<Names> {
    @Override
    public int compareTo(Names names) {
      int first = one.compareTo(names.one);
      return first == 0 ? other.compareTo(names.other) : first;
    }
  }

  private static List<Pair> pairs(List<List<Ballot>> shared) {
    Map<Names, int[][]> counts = new TreeMap<>();
    for (List<Ballot> item : shared)
      for (Ballot one : item)
        for (Ballot other : item)
          if (one.rater().compareTo(other.rater()) < 0)
            counts
                .computeIfAbsent(
                    new Names(one.rater(), other.rater()), n -> new int[SCORES][SCORES])[
                index(one)][index(other)]++;
    List<Pair> pairs = new ArrayList<>();
    counts.forEach((names, table) -> pairs.add(pair(names, table)));
    return pairs;
  }

  private static int index(Ballot ballot) {
    return (int) (ballot.score() * (SCORES - 1));
  }

  private static Pair pair(Names names, int[][] table) {
    int items = 0;
    for (int[] row : table) for (int count : row) items += count;
    CohenKappa kappa = CohenKappa.of(table);
    return new Pair(names.one(), names.other(), items, kappa.observed(), kappa.kappa());
  }
}
