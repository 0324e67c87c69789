package dev.whetstone.task.family;

import dev.whetstone.task.Category;
import dev.whetstone.task.Check;
import dev.whetstone.task.Control;
import dev.whetstone.task.Grade;
import dev.whetstone.task.Levels;
import dev.whetstone.task.Task;
import dev.whetstone.task.TaskFamily;
import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;

/** Complete a 4x4 sudoku. */
public final class MiniSudoku implements TaskFamily {
  private static final Control EMPTY =
      Control.of("empty", "empty cells", 4, 5, 6, 7, 8, 9, 10, 11, 12);

  @Override
  public String name() {
    return "mini_sudoku";
  }

  @Override
  public Category category() {
    return Category.GAMES;
  }

  @Override
  public String summary() {
    return "Complete a 4x4 sudoku.";
  }

  @Override
  public List<Control> controls() {
    return List.of(EMPTY);
  }

  @Override
  public Task make(Levels levels, RandomGenerator random) {
    SudokuGrid solution = SudokuGrid.anyFull(random);
    SudokuGrid clues = clues(solution, levels.value(EMPTY), random);
    String answer = solution.toString();
    return new Task(
        question(clues),
        answer,
        check(answer.replace(" ", "").replace("\n", "")),
        "1 of the " + SudokuGrid.countFull() + " full grids agrees with the clues",
        Long.bitCount(clues.open()),
        Optional.of(new SudokuSteps(clues, solution)));
  }

  private static String question(SudokuGrid clues) {
    return "Complete this 4x4 sudoku, where _ is an empty cell:\n"
        + clues
        + "\nEvery row, every column and every 2x2 corner box must hold each of 1, 2, 3 and 4 once."
        + " Give the full grid as your answer: four lines of four digits separated by spaces.";
  }

  /** Any cells emptied; tried until unique, so that every puzzle there is comes up as often. */
  private static SudokuGrid clues(SudokuGrid solution, int empty, RandomGenerator random) {
    SudokuGrid clues;
    do clues = solution.emptied(empty, random);
    while (!clues.hasOneSolution());
    return clues;
  }

  private static Check check(String solution) {
    return completion ->
        SudokuReading.digits(completion)
            .map(digits -> digits.equals(solution) ? Grade.RIGHT : Grade.WRONG)
            .orElse(Grade.UNREADABLE);
  }
}
