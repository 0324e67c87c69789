package dev.whetstone.cli.export;

import dev.whetstone.task.Control;
import dev.whetstone.task.Levels;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Counts what was written: rows of each family, and of each level of its controls. */
final class Contents {
  /** A family with rows at each value of each control, the easiest first. */
  record FamilyCount(
      String family, String version, long rows, Map<String, Map<Integer, Long>> levels) {}

  private final Map<String, Count> families = new TreeMap<>();
  private long rows;

  void add(String family, String version, Levels levels) {
    rows++;
    families
        .computeIfAbsent(family + "@" + version, key -> new Count(family, version, levels))
        .add(levels);
  }

  long rows() {
    return rows;
  }

  List<FamilyCount> families() {
    return families.values().stream().map(Count::toRecord).toList();
  }

  private static final class Count {
    private final String family;
    private final String version;
    private final List<Control> controls;
    private final List<long[]> levels = new ArrayList<>();
    private long rows;

    Count(String family, String version, Levels some) {
      this.family = family;
      this.version = version;
      this.controls = some.controls();
      for (Control control : controls) levels.add(new long[control.values().size()]);
    }

    void add(Levels at) {
      rows++;
      for (int i = 0; i < levels.size(); i++) levels.get(i)[at.indices().get(i)]++;
    }

    FamilyCount toRecord() {
      Map<String, Map<Integer, Long>> named = new LinkedHashMap<>();
      for (int i = 0; i < levels.size(); i++)
        named.put(controls.get(i).name(), byValue(controls.get(i), levels.get(i)));
      return new FamilyCount(family, version, rows, named);
    }

    private static Map<Integer, Long> byValue(Control control, long[] counts) {
      Map<Integer, Long> byValue = new LinkedHashMap<>();
      for (int level = 0; level < counts.length; level++)
        if (counts[level] > 0) byValue.put(control.values().get(level), counts[level]);
      return byValue;
    }
  }
}
