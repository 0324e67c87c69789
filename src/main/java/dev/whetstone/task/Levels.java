package dev.whetstone.task;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** One level for each control of a family, in the family's order; level 0 is the easiest. */
public record Levels(List<Control> controls, List<Integer> indices) {
  public Levels {
    controls = List.copyOf(controls);
    indices = List.copyOf(indices);
    if (controls.size() != indices.size())
      throw new IllegalArgumentException("one level for each of " + names(controls));
    for (int i = 0; i < indices.size(); i++) requireInRange(controls.get(i), indices.get(i));
  }

  private static void requireInRange(Control control, int level) {
    if (level < 0 || level > control.top())
      throw new IllegalArgumentException(
          control.name() + " has levels 0 to " + control.top() + ", not " + level);
  }

  private static List<String> names(List<Control> controls) {
    return controls.stream().map(Control::name).toList();
  }

  /** Every control at its easiest level. */
  public static Levels lowest(List<Control> controls) {
    return new Levels(controls, controls.stream().map(c -> 0).toList());
  }

  /** Every control at its hardest level. */
  public static Levels highest(List<Control> controls) {
    return new Levels(controls, controls.stream().map(Control::top).toList());
  }

  /**
   * Reads what {@link #key} wrote.
   *
   * @throws IllegalArgumentException naming the control that is unknown, missing or out of range
   */
  public static Levels parse(List<Control> controls, String key) {
    Map<String, Integer> given = new LinkedHashMap<>();
    for (String part : key.isEmpty() ? new String[0] : key.split(",", -1)) {
      String[] pair = part.split("=", 2);
      if (pair.length != 2 || !pair[1].matches("\\d{1,4}"))
        throw new IllegalArgumentException("levels are written control=level, not " + part);
      given.put(pair[0], Integer.valueOf(pair[1]));
    }
    return of(controls, given);
  }

  /**
   * The levels named; a control left out is at its easiest.
   *
   * @throws IllegalArgumentException naming the control that is unknown or out of range
   */
  public static Levels of(List<Control> controls, Map<String, Integer> given) {
    for (String name : given.keySet())
      if (!names(controls).contains(name))
        throw new IllegalArgumentException(
            "there is no control " + name + "; there is " + String.join(", ", names(controls)));
    return new Levels(
        controls, controls.stream().map(c -> given.getOrDefault(c.name(), 0)).toList());
  }

  /** The value that this control has at its level. */
  public int value(Control control) {
    return control.values().get(level(control));
  }

  public int level(Control control) {
    return indices.get(controls.indexOf(control));
  }

  /** The same levels but for one control. */
  public Levels with(Control control, int level) {
    List<Integer> changed = new ArrayList<>(indices);
    changed.set(controls.indexOf(control), level);
    return new Levels(controls, changed);
  }

  /** Control name to level, in the family's order. */
  public Map<String, Integer> asMap() {
    Map<String, Integer> map = new LinkedHashMap<>();
    for (int i = 0; i < controls.size(); i++) map.put(controls.get(i).name(), indices.get(i));
    return map;
  }

  /** Control name to the value it has at its level, in the family's order. */
  public Map<String, Integer> values() {
    Map<String, Integer> map = new LinkedHashMap<>();
    for (Control control : controls) map.put(control.name(), value(control));
    return map;
  }

  /** One line that names these levels and can be parsed again: {@code num_terms=3,num_digits=0}. */
  public String key() {
    return IntStream.range(0, controls.size())
        .mapToObj(i -> controls.get(i).name() + "=" + indices.get(i))
        .collect(Collectors.joining(","));
  }
}
