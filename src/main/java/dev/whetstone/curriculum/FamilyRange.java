package dev.whetstone.curriculum;

import dev.whetstone.task.Control;
import dev.whetstone.task.Levels;
import java.util.ArrayList;
import java.util.List;

/**
 * A family as a curriculum allows it.
 *
 * @param controls every control of the family, in the family's order
 * @param weight above 0; at equal learnability, twice the weight is asked twice as often
 */
public record FamilyRange(String name, List<ControlRange> controls, double weight) {
  public FamilyRange {
    controls = List.copyOf(controls);
    if (!(weight > 0 && Double.isFinite(weight)))
      throw new IllegalArgumentException(name + ": weight " + weight);
  }

  /** Every level of these controls, from the easiest, with weight 1. */
  public static FamilyRange full(String name, List<Control> controls) {
    return new FamilyRange(name, controls.stream().map(ControlRange::full).toList(), 1);
  }

  public Levels start() {
    return new Levels(
        controls.stream().map(ControlRange::control).toList(),
        controls.stream().map(ControlRange::start).toList());
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
