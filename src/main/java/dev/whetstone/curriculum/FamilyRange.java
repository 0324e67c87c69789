package dev.whetstone.curriculum;

import dev.whetstone.task.Control;
import dev.whetstone.task.Levels;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * A family as a curriculum allows it.
 *
 * @param controls every control of the family, in the family's order
 * @param weight above 0; at equal learnability, twice the weight is asked twice as often
 * @param isOpen whether every cell may be asked from the start, and no level moves
 */
public record FamilyRange(String name, List<ControlRange> controls, double weight, boolean isOpen) {
  /** What a family may have open. */
  public static final int MOST_OPEN = 1_000;

  public FamilyRange {
    controls = List.copyOf(controls);
    if (!(weight > 0 && Double.isFinite(weight)))
      throw new IllegalArgumentException(name + ": weight " + weight);
    if (isOpen && cells(controls) > MOST_OPEN)
      throw new IllegalArgumentException(
          name + " opens more than " + MOST_OPEN + " cells: " + cells(controls));
  }

  /** One whose levels follow the run. */
  public FamilyRange(String name, List<ControlRange> controls, double weight) {
    this(name, controls, weight, false);
  }

  /** How many cells these ranges span. */
  public static double cells(List<ControlRange> controls) {
    return controls.stream()
        .mapToDouble(c -> c.highest() - c.lowest() + 1.0)
        .reduce(1, (a, b) -> a * b);
  }

  /** Every level of these controls, from the easiest, with weight 1. */
  public static FamilyRange full(String name, List<Control> controls) {
    return new FamilyRange(name, controls.stream().map(ControlRange::full).toList(), 1);
  }

  /** Of an open family the hardest cell: all of them are within reach. */
  public Levels start() {
    return levels(
        controls.stream().map(isOpen ? ControlRange::highest : ControlRange::start).toList());
  }

  /** Every cell, in the order of the controls. */
  List<Levels> all() {
    List<List<Integer>> all = List.of(List.of());
    for (ControlRange range : controls)
      all =
          all.stream()
              .flatMap(
                  begun ->
                      IntStream.rangeClosed(range.lowest(), range.highest())
                          .mapToObj(
                              level -> Stream.concat(begun.stream(), Stream.of(level)).toList()))
              .toList();
    return all.stream().map(this::levels).toList();
  }

  private Levels levels(List<Integer> indices) {
    return new Levels(controls.stream().map(ControlRange::control).toList(), indices);
  }

  /** Whether these levels are of this family's controls and in range. */
  public boolean allows(Levels levels) {
    if (levels.indices().size() != controls.size()) return false;
    for (int i = 0; i < controls.size(); i++)
      if (!levels.controls().get(i).equals(controls.get(i).control())
          || !controls.get(i).allows(levels.indices().get(i))) return false;
    return true;
  }

  /** Those allowed that differ by {@code step} in one control, in the family's order. */
  public List<Levels> beside(Levels levels, int step) {
    List<Levels> beside = new ArrayList<>();
    for (ControlRange range : controls) {
      int level = levels.level(range.control()) + step;
      if (range.allows(level)) beside.add(levels.with(range.control(), level));
    }
    return beside;
  }
}
