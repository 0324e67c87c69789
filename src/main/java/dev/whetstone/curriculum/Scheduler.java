package dev.whetstone.curriculum;

import java.util.List;

/** Turns what is known of the options into shares. */
public interface Scheduler {
  /** As written in a curriculum file. */
  String name();

  /**
   * Shares that sum to 1, before exploration; a pure function.
   *
   * @param options in the state's order: families together, easier before harder
   */
  double[] shares(List<Option> options);

  /** The part, in [0, 1], that goes by staleness and weight alone, so that no cell dies out. */
  double exploration();
}
