package dev.whetstone.task.solver;

import java.util.Optional;

/** Answers a family's questions from their text alone; bounded for any text. */
public interface Solver {
  /** By what other way than the family's own, for the curriculum designer. */
  String way();

  /** Empty where the text is no question of the family. */
  Optional<Solved> solve(String question);
}
