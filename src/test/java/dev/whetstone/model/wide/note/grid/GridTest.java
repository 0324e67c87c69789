package dev.whetstone.model.wide.note.grid;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class GridTest {
  @Test
  void theFirstBlockOfEvenLinesIsTheGrid() {
    Grid grid =
        Grid.in("Go from * to #.\n* . X\n. . #\nThen say a b c\nx y z\nz y x").orElseThrow();
    assertEquals(new Grid(2, 3, "*.X..#"), grid);
    assertEquals('X', grid.at(new Cell(1, 3)));
    assertEquals(Optional.of(new Cell(2, 3)), grid.only('#'));
    assertEquals(Optional.empty(), grid.only('.'));
    assertTrue(grid.has(new Cell(2, 1)));
    assertFalse(grid.has(new Cell(0, 1)));
    assertFalse(grid.has(new Cell(3, 1)));
    assertFalse(grid.has(new Cell(1, 4)));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "no grid",
        "( [ ( ) ]",
        ". . .\n. .\n. . .",
        ".  .\n.  .",
        ".\t.\n.\t.",
        "ab c\nab c",
        ".\n.\n."
      })
  void linesOfOtherLengthsOrSpacingAreNoGrid(String text) {
    assertEquals(Optional.empty(), Grid.in(text));
  }

  @Test
  void gridsAreReadUpToTheirLargestSide() {
    String row = ". ".repeat(Grid.MAX_SIDE).strip() + "\n";
    assertTrue(Grid.in(row.repeat(Grid.MAX_SIDE)).isPresent());
    assertTrue(Grid.in(row.repeat(Grid.MAX_SIDE + 1)).isEmpty());
    assertTrue(Grid.in((". " + row).repeat(2)).isEmpty());
  }

  @Test
  void cellsAreListedInBracketsAlone() {
    assertEquals(List.of(new Cell(2, 11), new Cell(1, 10)), Steps.listed("Now: (2,11) (1,10)"));
    assertEquals(List.of(), Steps.listed("Now: (2,11) (1,10,3)"));
    assertEquals(List.of(), Steps.listed("Now: (2,11) + (1,10)"));
    assertEquals(List.of(), Steps.listed("Now none"));
    assertEquals(List.of(new Cell(0, 1)), Steps.listed("Now: (99999999999,1)"));
  }
}
