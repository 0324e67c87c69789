package dev.whetstone.benchmark.refinement;

import dev.whetstone.task.Hash;
import java.util.HexFormat;
import java.util.Objects;

/**
 * A problem that is to be worked on, and how.
 *
 * @param name of what it belongs to, such as a set of problems and a model; best@N is told of it
 * @param generator who writes the attempts
 * @param licence an SPDX expression
 */
public record Assignment(String name, String problem, String generator, String licence, Plan plan) {
  public Assignment {
    if (problem.isBlank()) throw new IllegalArgumentException("the problem is empty");
    Objects.requireNonNull(name);
    Objects.requireNonNull(generator);
    Objects.requireNonNull(licence);
    Objects.requireNonNull(plan);
  }

  /** To tell the same assignment from another one with its key. */
  byte[] contentHash() {
    String whole = Hash.of(name, problem, generator, licence, plan.toString()).hex();
    return HexFormat.of().parseHex(whole, 0, 32);
  }
}
