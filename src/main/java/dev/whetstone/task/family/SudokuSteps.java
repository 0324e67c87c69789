package dev.whetstone.task.family;

import dev.whetstone.task.Flaw;
import dev.whetstone.task.Slip;
import dev.whetstone.task.Worked;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/** A sudoku solved by singles, one digit a step: every puzzle of this size yields to them. */
record SudokuSteps(SudokuGrid clues, SudokuGrid solution) implements Worked {
  @Override
  public Draft write(Slip slip) {
    SudokuGrid grid = clues;
    List<String> steps = new ArrayList<>();
    for (int step = 0; !grid.isFull(); step++) {
      SudokuSingle single = written(grid, step, slip);
      grid = grid.with(single.bit());
      if (!slip.hits(step, Flaw.SKIPPED_CASE)) steps.add(single.toString());
    }
    return new Draft(steps, grid.toString());
  }

  private SudokuSingle written(SudokuGrid grid, int step, Slip slip) {
    SudokuSingle right = SudokuSingle.next(grid);
    if (slip.hits(step, Flaw.WRONG_OPERAND)) return right.with(right.cellBits(), slip.random());
    return slip.hits(step, Flaw.WRONG_RULE)
        ? new SudokuSingle(right.bit(), SudokuSingle.NAKED)
            .with(unproven(right, grid), slip.random())
        : right;
  }

  @Override
  public Set<Flaw> flaws(int step) {
    SudokuGrid grid = clues;
    for (int i = 0; i < step; i++) grid = grid.with(SudokuSingle.next(grid).bit());
    SudokuSingle single = SudokuSingle.next(grid);
    SudokuGrid after = grid.with(single.bit());
    Set<Flaw> flaws = EnumSet.of(Flaw.WRONG_OPERAND);
    if (unproven(single, grid) != 0) flaws.add(Flaw.WRONG_RULE);
    if (!after.isFull() && !SudokuSingle.next(after).holds(grid.open()))
      flaws.add(Flaw.SKIPPED_CASE);
    return flaws;
  }

  /** Wrong digits that nothing rules out yet in other cells: to place one is to guess. */
  private long unproven(SudokuSingle single, SudokuGrid grid) {
    return grid.open() & ~solution.placed() & ~single.cellBits();
  }
}
