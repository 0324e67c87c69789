package dev.whetstone.training.source;

import dev.whetstone.task.Hash;

/**
 * The half of all problems that a verifier may learn from where it is measured on such as fool it:
 * a problem's words alone decide, so that none changes sides, whoever comes to it and when.
 */
public final class TrainingHalf {
  private TrainingHalf() {}

  public static boolean has(String problem) {
    return Hash.ofText(problem.strip()).asLong() % 2 != 0;
  }
}
