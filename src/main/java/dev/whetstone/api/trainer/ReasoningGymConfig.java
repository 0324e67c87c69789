package dev.whetstone.api.trainer;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.BooleanNode;
import dev.whetstone.api.BadField;
import dev.whetstone.curriculum.ControlRange;
import dev.whetstone.curriculum.FamilyRange;
import dev.whetstone.task.Control;
import dev.whetstone.task.TaskFamily;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;

/**
 * A dataset's configuration read as a range of its family's levels. A control is named as by us,
 * with a value, two that it lies between, or a {@code level}; or as by reasoning-gym, with the
 * lowest and the highest value: {@code min_terms}, {@code max_terms}. One that is not named is at
 * its easiest.
 */
final class ReasoningGymConfig {
  /** Of every dataset; the size is virtual. */
  private static final Set<String> ALWAYS = Set.of("seed", "size");

  /** Where its name for a control is not ours without {@code num_}. */
  private static final Map<String, String> OTHERWISE = Map.of("gcd num_terms", "numbers");

  private final TaskFamily family;
  private final Map<String, JsonNode> config;
  private final Set<String> known = new LinkedHashSet<>();

  private ReasoningGymConfig(TaskFamily family, Map<String, JsonNode> config) {
    this.family = family;
    this.config = config;
  }

  static FamilyRange read(TaskFamily family, double weight, Map<String, JsonNode> config) {
    return new ReasoningGymConfig(family, config).range(weight);
  }

  private FamilyRange range(double weight) {
    List<ControlRange> ranges = new ArrayList<>();
    for (Control control : family.controls()) ranges.add(range(control));
    known.addAll(ALWAYS);
    for (Map.Entry<String, JsonNode> given : config.entrySet()) requireKnown(given);
    return new FamilyRange(family.name(), ranges, weight);
  }

  /** What we have not may be switched off. */
  private void requireKnown(Map.Entry<String, JsonNode> given) {
    boolean isOff =
        given.getKey().startsWith("allow_") && given.getValue().equals(BooleanNode.FALSE);
    if (!known.contains(given.getKey()) && !isOff)
      throw new BadField(
          given.getKey(),
          family.name() + " has no parameter " + given.getKey(),
          "known here: " + String.join(", ", known));
  }

  private ControlRange range(Control control) {
    String bare = control.name().replaceFirst("^num_", "");
    String name = OTHERWISE.getOrDefault(family.name() + " " + control.name(), bare);
    JsonNode direct = given(control.name());
    JsonNode lowest = given("min_" + name);
    JsonNode highest = given("max_" + name);
    if (lowest == null) lowest = given("min_num_" + name);
    if (highest == null) highest = given("max_num_" + name);
    if (direct != null) return direct(control, direct);
    if (lowest == null && highest == null) return new ControlRange(control, 0, 0, 0);
    return within(control, lowest, highest);
  }

  private JsonNode given(String key) {
    known.add(key);
    return config.get(key);
  }

  private static ControlRange direct(Control control, JsonNode given) {
    if (given.isArray() && given.size() == 2) return within(control, given.get(0), given.get(1));
    if (given.isObject() && given.size() == 1 && given.has("level"))
      return level(control, given.get("level"));
    return within(control, given, given);
  }

  private static ControlRange level(Control control, JsonNode level) {
    boolean two = level.isArray() && level.size() == 2;
    int lowest = number(control, two ? level.get(0) : level);
    int highest = number(control, two ? level.get(1) : level);
    return having(control, i -> i >= lowest && i <= highest);
  }

  private static ControlRange within(Control control, JsonNode lowest, JsonNode highest) {
    int from = lowest == null ? Integer.MIN_VALUE : number(control, lowest);
    int to = highest == null ? Integer.MAX_VALUE : number(control, highest);
    return having(control, i -> control.values().get(i) >= from && control.values().get(i) <= to);
  }

  private static ControlRange having(Control control, IntPredicate level) {
    int[] levels = IntStream.rangeClosed(0, control.top()).filter(level).toArray();
    if (levels.length == 0) throw bad(control);
    return new ControlRange(control, levels[0], levels[levels.length - 1], levels[0]);
  }

  private static int number(Control control, JsonNode given) {
    if (given.isBoolean()) return given.booleanValue() ? 1 : 0;
    if (given.isIntegralNumber() && given.canConvertToInt()) return given.intValue();
    throw bad(control);
  }

  private static BadField bad(Control control) {
    return new BadField(
        control.name(),
        control.name() + " has no value there",
        "it can be "
            + String.join(", ", control.values().stream().map(String::valueOf).toList())
            + " (levels 0 to "
            + control.top()
            + "): give one, two that it is to lie between, or {\"level\": n}");
  }
}
