package dev.whetstone.model;

import java.util.List;

/** A problem and its solution in steps: what a scorer reads. */
public record Derivation(String problem, List<String> steps) {
  public Derivation {
    steps = List.copyOf(steps);
  }

  /** Characters of problem and steps together. */
  public long length() {
    return problem.length() + steps.stream().mapToLong(String::length).sum();
  }
}
