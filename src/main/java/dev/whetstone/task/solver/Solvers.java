package dev.whetstone.task.solver;

import java.util.Map;
import java.util.Optional;

/** The second solvers that there are, by family; a family without one cannot be confirmed. */
public final class Solvers {
  private static final Solver EXPRESSION = new ExpressionSolver();

  private static final Map<String, Solver> ALL =
      Map.ofEntries(
          Map.entry("chain_sum", EXPRESSION),
          Map.entry("basic_arithmetic", EXPRESSION),
          Map.entry("decimal_arithmetic", EXPRESSION),
          Map.entry("gcd", new DivisorSolver()),
          Map.entry("fraction_simplification", new FractionSolver()),
          Map.entry("simple_equations", new EquationSolver()),
          Map.entry("polynomial_multiplication", new PolynomialSolver()),
          Map.entry("base_conversion", new RadixSolver()),
          Map.entry("dyck_language", new BracketSolver()),
          Map.entry("word_sorting", new SortingSolver()),
          Map.entry("shuffled_objects", new SwapSolver()),
          Map.entry("knights_knaves", new IslandSolver()),
          Map.entry("syllogism", new SyllogismSolver()),
          Map.entry("shortest_path", new GridSolver()),
          Map.entry("countdown", new CountdownSolver()),
          Map.entry("mini_sudoku", new SudokuSolver()),
          Map.entry("reasoning_graph", new StorySolver()));

  /** Characters of a question; a longer one is none. */
  private static final int MAX_QUESTION = 10_000;

  private Solvers() {}

  public static Optional<Solver> of(String family) {
    return Optional.ofNullable(ALL.get(family));
  }

  /** What a solver makes of a question; empty where it cannot read it with bounded effort. */
  public static Optional<Solved> solve(Solver solver, String question) {
    if (question.length() > MAX_QUESTION) return Optional.empty();
    try {
      return solver.solve(question, new Effort());
    } catch (Effort.Exceeded e) {
      return Optional.empty();
    }
  }
}
