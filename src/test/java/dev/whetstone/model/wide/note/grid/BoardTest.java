package dev.whetstone.model.wide.note.grid;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.whetstone.model.wide.note.grid.Standing.There;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class BoardTest {
  private static final Board SUDOKU = Board.of("Fill in:\n_ _ 2 _\n2 3 1 4\n3 1 _ 2\n_ _ _ 1\n");
  private static final Board MAZE =
      Board.of("Go from * to #; X is a wall.\n* . .\n. X .\n. . #\nSay how.");

  private static Board after(Board board, String... steps) {
    Board now = board;
    for (String step : steps) now = now.then(Steps.of(step));
    return now;
  }

  private static Standing standing(Board board, String step) {
    return board.standing(Steps.of(step)).orElseThrow();
  }

  private static Frontier frontier(Board board, String step) {
    return board.frontier(Steps.of(step)).orElseThrow();
  }

  private static Walk walk(Board board, String moves) {
    return board.walk(Steps.of("So the way is: " + moves)).orElseThrow();
  }

  @Test
  void aDigitIsSingleInItsCellOrInAUnit() {
    assertEquals(
        new Standing(There.NOTHING, 0, 1, 0b001), standing(SUDOKU, "Row 3, column 3 is 4"));
    assertEquals(
        new Standing(There.NOTHING, 0, 2, 0b111), standing(SUDOKU, "Row 1, column 1 is 1"));
    assertEquals(
        new Standing(There.NOTHING, 0, 1, 0b000), standing(SUDOKU, "Row 1, column 2 is 4"));
  }

  @Test
  void aDigitIsHeldByItsRowItsColumnOrItsBox() {
    assertEquals(new Standing(There.NOTHING, 0b111, 0, 0), standing(SUDOKU, "(1,1) is a 2"));
    assertEquals(new Standing(There.NOTHING, 0, 0, 0), standing(SUDOKU, "(1,1) is 9"));
    assertEquals(new Standing(There.NOTHING, 0b001, 0, 0), standing(SUDOKU, "(3,3) = 3, not 1"));
  }

  @Test
  void aFullCellAndOneOutsideAreNoPlaces() {
    assertEquals(There.SAME, standing(SUDOKU, "Row 2, column 1 is 2").there());
    assertEquals(There.OTHER, standing(SUDOKU, "Row 2, column 1 is 1").there());
    assertEquals(Standing.OUTSIDE, standing(SUDOKU, "Row 5, column 1 is 1"));
    assertEquals(Optional.empty(), SUDOKU.standing(Steps.of("Row 1, column 1 is 10")));
  }

  @Test
  void theDigitsOfEarlierStepsCount() {
    Board board = after(SUDOKU, "Row 1, column 2 is 4", "Row 9, column 9 is 9");
    assertEquals(There.SAME, standing(board, "Row 1, column 2 is 4").there());
    assertEquals(1, standing(board, "Row 1, column 1 is 1").choices());
    assertEquals(2, standing(SUDOKU, "Row 1, column 1 is 1").choices());
  }

  @Test
  void onlySquaresOfDigitsAndBlanksAreForDigits() {
    for (String grid : new String[] {"1 2\n_ .", "1 2 _\n2 1 _", "_ _\n_ _", "x y\ny x"})
      assertEquals(Optional.empty(), Board.of(grid).standing(Steps.of("(1,1) is 1")));
    assertTrue(Board.of("1 .\n. .").standing(Steps.of("(1,2) is 2")).isPresent());
  }

  @Test
  void aListHoldsTheFreeNewCellsBesideTheLast() {
    assertEquals(new Frontier(0, 0, 0, false), frontier(MAZE, "At 1: (2,1) (1,2)"));
    assertEquals(new Frontier(1, 0, 0, false), frontier(MAZE, "At 1: (2,1)"));
    assertEquals(new Frontier(0, 1, 0, false), frontier(MAZE, "At 1: (2,1) (1,2) (2,2)"));
    assertEquals(new Frontier(1, 2, 1, false), frontier(MAZE, "At 1: (0,1) (1,1) (1,2) (1,2)"));
    Board board = after(MAZE, "At 1: (2,1) (1,2)");
    assertEquals(new Frontier(0, 0, 0, false), frontier(board, "At 2: (1,3) (3,1)"));
    assertEquals(new Frontier(2, 1, 0, false), frontier(board, "At 2: (1,1)"));
    Board done = after(board, "At 2: (1,3) (3,1)", "At 3: (2,3) (3,2)", "At 4: (3,3)");
    assertTrue(frontier(done, "At 5: (1,1)").late());
  }

  @Test
  void movesLeadFromTheStartToTheGoalByTheLists() {
    Board done =
        after(
            MAZE,
            "At 1: (2,1) (1,2)",
            "At 2: (1,3) (3,1)",
            "At 3: (2,3) (3,2)",
            "At 4: (3,3) (99,1)");
    assertEquals(new Walk(true, true, true, true), walk(done, "right right down down"));
    assertEquals(new Walk(true, false, true, false), walk(done, "right right down"));
    assertEquals(new Walk(false, false, false, true), walk(done, "right down down right"));
    assertEquals(new Walk(false, false, false, false), walk(done, "up"));
    assertEquals(new Walk(true, true, false, false), walk(MAZE, "right right down down"));
    assertEquals(Optional.empty(), done.walk(Steps.of("So the way is: right 7 down")));
  }

  @Test
  void aProblemWithoutAGridSpendsNothing() {
    Board none = Board.of("Go from a to b; 1 is a wall.");
    assertSame(none, none.then(Steps.of("At 1: (2,1) (1,2)")));
    assertEquals(Optional.empty(), none.frontier(Steps.of("At 1: (2,1) (1,2)")));
    assertEquals(Optional.empty(), none.walk(Steps.of("So: up down")));
  }

  @Test
  void hostileTextIsReadInTime() {
    String row = ". ".repeat(Grid.MAX_SIDE).strip() + "\n";
    String open = "from * to #; X is a wall\n* " + row.substring(2) + row.repeat(62);
    assertTimeoutPreemptively(
        Duration.ofSeconds(20),
        () -> {
          Board board = Board.of(open + row.substring(0, row.length() - 2) + "#\n");
          Board.of(". . .\n. .\n".repeat(10_000));
          Board.of(" ".repeat(100_000));
          for (int i = 0; i < 10_000; i++) {
            String step = "At 1: (" + (i % 64 + 1) + "," + (i / 64 % 64 + 1) + ")";
            board.frontier(Steps.of(step));
            board = board.then(Steps.of(step));
          }
          board.frontier(Steps.of("At 1:" + " (1,1)".repeat(20_000)));
          board.walk(Steps.of("At 1: " + "right left ".repeat(10_000)));
        });
  }
}
