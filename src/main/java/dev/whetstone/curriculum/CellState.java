package dev.whetstone.curriculum;

import java.util.Objects;

/**
 * All that is kept of a cell.
 *
 * @param alpha of its {@link Posterior}
 * @param beta of its {@link Posterior}
 * @param groups lessons in this cell
 * @param usable those of them whose rewards differed
 * @param lastLesson number of the latest one, counted from 1 over the whole state; 0 for none
 */
public record CellState(
    Cell cell,
    double alpha,
    double beta,
    long groups,
    long usable,
    long rollouts,
    long passed,
    long lastLesson) {
  private static final double ROUNDING = 1e-6;

  public CellState {
    Objects.requireNonNull(cell);
    if (new Posterior(alpha, beta).evidence() > rollouts + ROUNDING)
      throw new IllegalArgumentException(cell + " remembers more than its rollouts");
    if (usable < 0 || usable > groups || groups > rollouts || groups > lastLesson)
      throw new IllegalArgumentException(cell + ": " + usable + " of " + groups + " groups");
    if (passed < 0 || passed > rollouts)
      throw new IllegalArgumentException(cell + ": " + passed + " of " + rollouts + " passed");
  }

  static CellState fresh(Cell cell) {
    return new CellState(cell, 1, 1, 0, 0, 0, 0, 0);
  }

  public Posterior posterior() {
    return new Posterior(alpha, beta);
  }

  CellState after(Lesson lesson, long number, double halfLife) {
    Posterior learned = posterior().after(lesson.rollouts(), lesson.passed(), halfLife);
    return new CellState(
        cell,
        learned.alpha(),
        learned.beta(),
        groups + 1,
        usable + (lesson.isUsable() ? 1 : 0),
        rollouts + lesson.rollouts(),
        passed + lesson.passed(),
        number);
  }
}
