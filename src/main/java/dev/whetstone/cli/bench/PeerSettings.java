package dev.whetstone.cli.bench;

import static java.util.Map.entry;

import dev.whetstone.task.Control;
import dev.whetstone.task.Levels;
import dev.whetstone.task.TaskFamily;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;

/** The levels at which our families ask for about what reasoning-gym's ask for by default. */
final class PeerSettings {
  /** The values that a control takes, from the lowest to the highest. */
  record Setting(String control, int lowest, int highest) {}

  static final Map<String, List<Setting>> TABLE =
      Map.ofEntries(
          entry("chain_sum", List.of(in("num_terms", 2, 6), in("num_digits", 1, 4))),
          entry(
              "basic_arithmetic",
              List.of(
                  in("num_terms", 2, 6),
                  in("num_digits", 1, 4),
                  in("operators", 1, 3),
                  in("allow_parentheses", 0, 1))),
          entry("decimal_arithmetic", List.of(at("decimal_places", 3), in("num_terms", 2, 6))),
          entry("gcd", List.of(at("num_terms", 2), at("value", 1_000))),
          entry("fraction_simplification", List.of(at("value", 1_000), at("factor", 100))),
          entry(
              "simple_equations",
              List.of(at("num_terms", 2), at("value", 100), in("operators", 1, 3))),
          entry(
              "polynomial_multiplication",
              List.of(
                  in("terms", 2, 4), at("value", 100), at("degree", 3), in("polynomials", 2, 3))),
          entry("base_conversion", List.of(at("base", 16), at("value", 1_000))),
          entry("word_sorting", List.of(in("num_words", 4, 10), in("word_length", 3, 12))),
          entry(
              "knights_knaves",
              List.of(at("n_people", 3), at("depth_constraint", 2), at("width_constraint", 2))),
          entry(
              "syllogism",
              List.of(in("quantifiers", 1, 2), in("inversion", 0, 50), in("chain", 2, 3))),
          entry("shortest_path", List.of(in("rows", 5, 8), in("cols", 5, 8), at("p_blocked", 40))),
          entry("countdown", List.of(in("numbers", 4, 6), at("value", 100), at("target", 1_000))),
          entry("mini_sudoku", List.of(in("empty", 8, 12))));

  private static final long SEED = 20_260_101;

  private PeerSettings() {}

  private static Setting in(String control, int lowest, int highest) {
    return new Setting(control, lowest, highest);
  }

  private static Setting at(String control, int value) {
    return new Setting(control, value, value);
  }

  /** Levels drawn evenly from the family's settings; from its whole range, where it has none. */
  static List<Levels> spread(TaskFamily family, int count) {
    RandomGenerator random = new SplittableRandom(SEED);
    List<Levels> spread = new ArrayList<>();
    for (int i = 0; i < count; i++) spread.add(draw(family, random));
    return spread;
  }

  private static Levels draw(TaskFamily family, RandomGenerator random) {
    Levels levels = Levels.lowest(family.controls());
    for (Control control : family.controls()) {
      List<Integer> allowed = levels(family.name(), control);
      levels = levels.with(control, allowed.get(random.nextInt(allowed.size())));
    }
    return levels;
  }

  /**
   * The levels whose values are within the setting, else the nearest one; all without a setting.
   */
  static List<Integer> levels(String family, Control control) {
    List<Integer> all = IntStream.rangeClosed(0, control.top()).boxed().toList();
    Optional<Setting> setting =
        TABLE.getOrDefault(family, List.of()).stream()
            .filter(s -> s.control().equals(control.name()))
            .findFirst();
    return setting.map(s -> levels(all, s, control.values())).orElse(all);
  }

  private static List<Integer> levels(List<Integer> all, Setting setting, List<Integer> values) {
    List<Integer> within =
        all.stream().filter(level -> distance(values.get(level), setting) == 0).toList();
    return within.isEmpty()
        ? all.stream()
            .min(Comparator.comparingLong(level -> distance(values.get(level), setting)))
            .stream()
            .toList()
        : within;
  }

  private static long distance(int value, Setting setting) {
    return Math.max(0, Math.max((long) setting.lowest() - value, (long) value - setting.highest()));
  }
}
