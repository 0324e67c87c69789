package dev.whetstone.verify.proof.issue;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;

/** Finds in a solution what an issue quotes. */
final class Quotation {
  private static final int MOST = 16;

  private final List<Passage> steps;
  private final Passage whole;

  Quotation(List<String> steps) {
    this.steps = steps.stream().map(Passage::new).toList();
    this.whole = new Passage(String.join(" ", steps));
  }

  /** Where a quote stands within one step, counted from 0. */
  record Place(int step, Passage.Span span) {}

  /** Its places in the step that is named, else in any: models count steps badly. */
  List<Place> places(Issue issue) {
    List<Place> named = issue.step().isPresent() ? in(issue.step(), issue.quote()) : List.of();
    if (!named.isEmpty()) return named;
    List<Place> all = new ArrayList<>();
    for (int i = 0; i < steps.size() && all.size() < MOST; i++)
      all.addAll(in(OptionalInt.of(i), issue.quote()));
    return all;
  }

  /** Whether it is quoted across the border of steps. */
  boolean isAcross(Issue issue) {
    return !whole.find(issue.quote()).isEmpty();
  }

  private List<Place> in(OptionalInt step, String quote) {
    if (step.getAsInt() >= steps.size()) return List.of();
    return steps.get(step.getAsInt()).find(quote).stream()
        .map(span -> new Place(step.getAsInt(), span))
        .toList();
  }
}
