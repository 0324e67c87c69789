package dev.whetstone.model.text;

import java.util.HashSet;
import java.util.Set;

/**
 * A set of numbers that shares its parts with what it grew from: parts of which each is at least
 * twice as large as the one above it (Bentley and Saxe, 1980), so that growing and looking up take
 * logarithmic time.
 */
final class Values {
  static final Values NONE = new Values(Set.of(), null);

  private final Set<Double> top;
  private final Values below;

  private Values(Set<Double> top, Values below) {
    this.top = top;
    this.below = below;
  }

  boolean contains(double value) {
    for (Values part = this; part != null; part = part.below)
      if (part.top.contains(value)) return true;
    return false;
  }

  Values and(Set<Double> more) {
    Set<Double> merged = new HashSet<>();
    for (double value : more) if (!contains(value)) merged.add(value);
    if (merged.isEmpty()) return this;
    Values rest = this;
    for (; rest.below != null && rest.top.size() < 2 * merged.size(); rest = rest.below)
      merged.addAll(rest.top);
    return new Values(merged, rest);
  }
}
