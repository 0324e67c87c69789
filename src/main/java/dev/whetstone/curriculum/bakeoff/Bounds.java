package dev.whetstone.curriculum.bakeoff;

import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;

/** One bound of levels to a family, moved by the mean of the latest groups. */
final class Bounds {
  private final int window;
  private final boolean topOnly;
  private final double rise;
  private final double fall;
  private final int[] bound;
  private final List<List<Double>> history = new ArrayList<>();

  private Bounds(int families, int window, boolean topOnly, double rise, double fall) {
    this.window = window;
    this.topOnly = topOnly;
    this.rise = rise;
    this.fall = fall;
    this.bound = new int[families];
    for (int i = 0; i < families; i++) history.add(new ArrayList<>());
  }

  static Bounds rlve(int families) {
    return new Bounds(families, 8, true, 0.9, -1);
  }

  static Bounds reasoningGym(int families) {
    return new Bounds(families, 20, false, Math.nextUp(0.7), 0.3);
  }

  int bound(int family) {
    return bound[family];
  }

  /** Any family, and any of its levels in the span that ends at the bound. */
  int choose(int span, RandomGenerator random) {
    int family = random.nextInt(bound.length);
    int lowest = Math.max(0, bound[family] - span + 1);
    return family * World.LEVELS + random.nextInt(lowest, bound[family] + 1);
  }

  void saw(Group group) {
    int family = World.family(group.cell());
    if (topOnly && World.level(group.cell()) != bound[family]) return;
    List<Double> latest = history.get(family);
    latest.add(group.mean());
    if (latest.size() < window) return;
    double mean = latest.stream().mapToDouble(Double::doubleValue).average().orElseThrow();
    if (mean >= rise) bound[family] = Math.min(World.LEVELS - 1, bound[family] + 1);
    else if (mean < fall) bound[family] = Math.max(0, bound[family] - 1);
    latest.clear();
  }
}
