package dev.whetstone.model;

import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * What a scorer says of a tree of steps.
 *
 * @param steps P(step is right) for each step of the tree, calibrated; empty where the derivation
 *     that ends there is {@link Unscorable}
 * @param thresholds of the scorer's card
 */
public record TreeReading(StepTree tree, List<OptionalDouble> steps, Card.Thresholds thresholds) {
  public TreeReading {
    steps = List.copyOf(steps);
    if (steps.size() != tree.steps().size())
      throw new IllegalArgumentException(
          steps.size() + " scores of " + tree.steps().size() + " steps");
  }

  /** What it says of the derivation that ends at this step, but for critiques. */
  public Optional<Reading> path(int step) {
    if (steps.get(step).isEmpty()) return Optional.empty();
    List<Double> right = tree.path(step).stream().map(i -> steps.get(i).orElseThrow()).toList();
    return Optional.of(Reading.of(right, List.of(), thresholds));
  }
}
