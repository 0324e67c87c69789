package dev.whetstone.training.promotion;

import dev.whetstone.benchmark.Judged;
import dev.whetstone.benchmark.Solutions;
import dev.whetstone.benchmark.label.Labelled;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;

/** What two versions said of the same items, in the same order. */
public record Paired(List<Judged> candidate, List<Judged> incumbent) {
  public static final Paired NONE = new Paired(List.of(), List.of());

  public Paired {
    candidate = List.copyOf(candidate);
    incumbent = List.copyOf(incumbent);
    if (!items(candidate).equals(items(incumbent)))
      throw new IllegalArgumentException("the two judged different items");
  }

  private static List<Labelled> items(List<Judged> judged) {
    return judged.stream().map(Judged::item).toList();
  }

  /** Whether both say where an error is. */
  boolean located() {
    return Solutions.of(candidate).located() && Solutions.of(incumbent).located();
  }

  int problems() {
    return (int) candidate.stream().map(j -> Judged.problem(j.item())).distinct().count();
  }

  Paired where(Predicate<Labelled> item) {
    return new Paired(
        candidate.stream().filter(j -> item.test(j.item())).toList(),
        incumbent.stream().filter(j -> item.test(j.item())).toList());
  }

  /** In the order of their first items. */
  Map<String, Paired> bySet() {
    Map<String, Paired> sets = new LinkedHashMap<>();
    for (Judged j : candidate)
      sets.computeIfAbsent(j.item().set(), set -> where(item -> item.set().equals(set)));
    return sets;
  }

  Paired and(Paired more) {
    List<Judged> first = new ArrayList<>(candidate);
    List<Judged> second = new ArrayList<>(incumbent);
    first.addAll(more.candidate);
    second.addAll(more.incumbent);
    return new Paired(first, second);
  }
}
