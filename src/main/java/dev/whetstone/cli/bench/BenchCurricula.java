package dev.whetstone.cli.bench;

import dev.whetstone.task.Control;
import dev.whetstone.task.TaskFamily;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.BiFunction;

/** The curricula that the measured server is given, as files. */
final class BenchCurricula {
  static final String MIXED = "bench-mixed";
  static final String CHEAP = "bench-cheap";
  static final String SLOW = "bench-slow";

  private BenchCurricula() {}

  /**
   * Every family at its peer settings; the cheapest alone at its easiest; the slowest alone at its
   * slowest levels.
   */
  static void write(
      Path folder, List<TaskFamily> families, TaskFamily cheapest, Corners.Corner slowest)
      throws IOException {
    Files.createDirectories(folder);
    save(folder, MIXED, families, BenchCurricula::peerRange);
    save(folder, CHEAP, List.of(cheapest), (family, control) -> "" + control.values().getFirst());
    save(
        folder,
        SLOW,
        List.of(slowest.family()),
        (family, control) -> "" + slowest.levels().value(control));
  }

  private static String peerRange(TaskFamily family, Control control) {
    List<Integer> levels = PeerSettings.levels(family.name(), control);
    int lowest = control.values().get(levels.getFirst());
    int highest = control.values().get(levels.getLast());
    return lowest == highest ? "" + lowest : "[" + lowest + ", " + highest + "]";
  }

  private static void save(
      Path folder,
      String name,
      List<TaskFamily> families,
      BiFunction<TaskFamily, Control, String> range)
      throws IOException {
    StringBuilder yaml = new StringBuilder("name: " + name + "\nfamilies:\n");
    for (TaskFamily family : families) {
      yaml.append("  ").append(family.name()).append(":\n    controls:\n");
      for (Control control : family.controls())
        yaml.append("      ")
            .append(control.name())
            .append(": ")
            .append(range.apply(family, control))
            .append('\n');
    }
    Files.writeString(folder.resolve(name + ".yaml"), yaml);
  }
}
