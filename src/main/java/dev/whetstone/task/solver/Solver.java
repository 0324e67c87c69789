package dev.whetstone.task.solver;

import java.util.Optional;

/** Answers a family's questions from their text alone; {@link Solvers} bounds it for any text. */
public interface Solver {
  /** By what other way than the family's own, for the curriculum designer. */
  String way();

  /**
   * Empty where the text is no question of the family.
   *
   * @throws Effort.Exceeded if the text asks for too much
   */
  Optional<Solved> solve(String question, Effort effort);
}
