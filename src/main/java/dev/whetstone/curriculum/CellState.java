package dev.whetstone.curriculum;

import java.util.Objects;

/**
 * All that is kept of a cell.
 *
 * @param alpha of its {@link Posterior}
 * @param beta of its {@link Posterior}
 * @param mixed groups whose rewards differed, fading as the posterior does
 * @param groups lessons in this cell
 * @param usable those of them whose rewards differed, none faded
 * @param lastLesson number of the latest one, counted from 1 over the whole state; 0 for none
 */
public record CellState(
    Cell cell,
    double alpha,
    double beta,
    double mixed,
    long groups,
    long usable,
    long rollouts,
    long passed,
    long lastLesson) {
  private static final double ROUNDING = 1e-6;

  /** How many groups the predicted usability counts as. */
  private static final double PREDICTED_GROUPS = 2;

  public CellState {
    Objects.requireNonNull(cell);
    double remembered = new Posterior(alpha, beta).evidence();
    if (remembered > groups + ROUNDING)
      throw new IllegalArgumentException(cell + " remembers more than its groups");
    if (!(mixed >= 0 && mixed <= Math.min(remembered, (double) usable) + ROUNDING))
      throw new IllegalArgumentException(cell + ": " + mixed + " mixed of " + remembered);
    if (usable < 0 || usable > groups || groups > rollouts || groups > lastLesson)
      throw new IllegalArgumentException(cell + ": " + usable + " of " + groups + " groups");
    if (passed < 0 || passed > rollouts)
      throw new IllegalArgumentException(cell + ": " + passed + " of " + rollouts + " passed");
  }

  static CellState fresh(Cell cell) {
    return new CellState(cell, 1, 1, 0, 0, 0, 0, 0, 0);
  }

  public Posterior posterior() {
    return new Posterior(alpha, beta);
  }

  /**
   * The probability that a group's rewards differ: as predicted, which takes attempts at one task
   * to be independent, corrected by the groups remembered.
   */
  double usability(double predicted) {
    return (mixed + PREDICTED_GROUPS * predicted) / (posterior().evidence() + PREDICTED_GROUPS);
  }

  CellState after(Lesson lesson, long number, Learning learning) {
    double kept = learning.kept();
    Posterior learned = posterior().after(lesson.share(), kept);
    int differed = lesson.isUsable() ? 1 : 0;
    return new CellState(
        cell,
        learned.alpha(),
        learned.beta(),
        kept * mixed + differed,
        groups + 1,
        usable + differed,
        rollouts + lesson.rollouts(),
        passed + lesson.passed(),
        number);
  }
}
