package dev.whetstone.training.simulation;

import java.util.List;

/**
 * What one round showed.
 *
 * @param version that serves after it
 * @param accuracy of that version on held-out generated solutions: the mean of the shares of right
 *     and of wrong ones that are told rightly
 * @param onHuman its AUC on solutions that real people labelled; NaN without any
 */
public record Round(
    int version, double accuracy, double onHuman, Cost cost, List<Family> families) {
  public Round {
    families = List.copyOf(families);
  }

  /**
   * The answers to one family's tasks.
   *
   * @param rewarded those that the verifier took for right
   * @param exploits those of them that are wrong
   */
  public record Family(String name, int answers, int rewarded, int exploits) {}

  public int rewarded() {
    return families.stream().mapToInt(Family::rewarded).sum();
  }

  public int exploits() {
    return families.stream().mapToInt(Family::exploits).sum();
  }
}
