package dev.whetstone.training.simulation;

/**
 * What labelling cost and came to.
 *
 * @param examined solutions
 * @param toPeople those of them that people read
 * @param calls of simulated analyses and checks
 * @param labels made, by people too
 * @param wrong those of them that take right for wrong, or wrong for right
 */
public record Cost(int examined, int toPeople, int calls, int labels, int wrong) {
  static final Cost NONE = new Cost(0, 0, 0, 0, 0);
}
