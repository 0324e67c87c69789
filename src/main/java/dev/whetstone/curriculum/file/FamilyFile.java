package dev.whetstone.curriculum.file;

import dev.whetstone.curriculum.ControlRange;
import dev.whetstone.curriculum.FamilyRange;
import dev.whetstone.task.Control;
import dev.whetstone.task.TaskFamily;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;

/** One family of a curriculum file: its weight, its controls' ranges and starts, in values. */
record FamilyFile(TaskFamily family, Fields fields) {
  private static final Parameter WEIGHT = new Parameter("weight", 1, 0.001, 1000);
  private static final List<String> KEYS = List.of("weight", "controls", "start", "levels");
  private static final Pattern WHOLE = Pattern.compile("-?\\d{1,9}");

  FamilyRange read() {
    fields.allowOnly("key", KEYS);
    Fields controls = section("controls");
    Fields starts = section("start");
    List<ControlRange> ranges = new ArrayList<>();
    for (Control control : family.controls()) ranges.add(range(control, controls, starts));
    return new FamilyRange(family.name(), ranges, WEIGHT.read(fields), isOpen(ranges));
  }

  private boolean isOpen(List<ControlRange> ranges) {
    Optional<String> levels = fields.text("levels", false);
    if (levels.isEmpty()) return false;
    double cells = FamilyRange.cells(ranges);
    if (levels.get().equals("all") && cells <= FamilyRange.MOST_OPEN) return true;
    problems()
        .add(
            fields.value("levels").orElseThrow(),
            levels.get().equals("all")
                ? "%,.0f levels cannot all be open; narrow 'controls' to %,d at most"
                    .formatted(cells, FamilyRange.MOST_OPEN)
                : "'levels' is 'all', so that every one is open from the start; else leave it out");
    return false;
  }

  private Fields section(String key) {
    Fields section =
        fields
            .value(key)
            .map(node -> Fields.of(node, "'" + key + "'", problems()))
            .orElseGet(() -> Fields.none(fields.at(), problems()));
    section.allowOnly(
        "control of " + family.name(), family.controls().stream().map(Control::name).toList());
    return section;
  }

  private ControlRange range(Control control, Fields controls, Fields starts) {
    ControlRange range =
        controls
            .value(control.name())
            .map(node -> range(control, node))
            .orElseGet(() -> ControlRange.full(control));
    return starts.value(control.name()).map(node -> startingAt(range, node)).orElse(range);
  }

  private ControlRange range(Control control, Node node) {
    return node instanceof SequenceNode list ? between(control, list) : heldAt(control, node);
  }

  private ControlRange heldAt(Control control, Node node) {
    OptionalInt level = level(control, node);
    return level.isEmpty()
        ? ControlRange.full(control)
        : new ControlRange(control, level.getAsInt(), level.getAsInt(), level.getAsInt());
  }

  private ControlRange between(Control control, SequenceNode list) {
    if (list.getValue().size() != 2) {
      problems().add(list, example(control));
      return ControlRange.full(control);
    }
    OptionalInt lowest = level(control, list.getValue().getFirst());
    OptionalInt highest = level(control, list.getValue().getLast());
    if (lowest.isEmpty() || highest.isEmpty()) return ControlRange.full(control);
    if (lowest.getAsInt() <= highest.getAsInt())
      return new ControlRange(control, lowest.getAsInt(), highest.getAsInt(), lowest.getAsInt());
    problems().add(list, backwards(control, highest.getAsInt(), lowest.getAsInt()));
    return ControlRange.full(control);
  }

  private ControlRange startingAt(ControlRange range, Node node) {
    OptionalInt start = level(range.control(), node);
    if (start.isEmpty()) return range;
    if (start.getAsInt() >= range.lowest() && start.getAsInt() <= range.highest())
      return new ControlRange(range.control(), range.lowest(), range.highest(), start.getAsInt());
    problems()
        .add(
            node,
            "'"
                + range.control().name()
                + "' starts outside its range; choose one of "
                + listed(range.control().values().subList(range.lowest(), range.highest() + 1)));
    return range;
  }

  private OptionalInt level(Control control, Node node) {
    if (node instanceof ScalarNode scalar && WHOLE.matcher(scalar.getValue()).matches()) {
      int level = control.values().indexOf(Integer.valueOf(scalar.getValue()));
      if (level >= 0) return OptionalInt.of(level);
    }
    problems()
        .add(
            node,
            Fields.kind(node)
                + " is not a value of '"
                + control.name()
                + "'; its values are "
                + listed(control.values()));
    return OptionalInt.empty();
  }

  private static String example(Control control) {
    return "'"
        + control.name()
        + "' takes its easiest and its hardest value; write "
        + pair(control, 0, control.top());
  }

  private static String backwards(Control control, int easier, int harder) {
    return "'"
        + control.name()
        + "' runs from easy to hard; write "
        + pair(control, easier, harder);
  }

  private static String pair(Control control, int lowest, int highest) {
    return listed(List.of(control.values().get(lowest), control.values().get(highest)));
  }

  private static String listed(List<Integer> values) {
    return values.stream().map(String::valueOf).collect(Collectors.joining(", ", "[", "]"));
  }

  private Problems problems() {
    return fields.problems();
  }
}
