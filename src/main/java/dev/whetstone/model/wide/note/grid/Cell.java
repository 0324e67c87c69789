package dev.whetstone.model.wide.note.grid;

import dev.whetstone.model.wide.template.Run;
import dev.whetstone.model.wide.template.Template;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A place that a text names, of a grid or outside it; rows and columns count from 1. */
record Cell(int row, int column) {
  private static final int MAX_DIGITS = 3;
  private static final int OUTSIDE = 0;

  /**
   * The cells that the last run lists as {@code (row,column)}; none where it lists other things.
   */
  static List<Cell> listed(Template step) {
    if (step.runs().isEmpty()) return List.of();
    Run run = step.runs().getLast();
    List<Cell> cells = new ArrayList<>();
    StringBuilder text = new StringBuilder();
    for (int i = 0; i + 1 < run.items().size(); i += 2) {
      cells.add(of(run.items().get(i), run.items().get(i + 1)));
      text.append('(').append(run.items().get(i)).append(',');
      text.append(run.items().get(i + 1)).append(')');
    }
    return run.text().contentEquals(text) ? cells : List.of();
  }

  static Cell of(String row, String column) {
    return new Cell(
        number(row).orElse(OUTSIDE).intValue(), number(column).orElse(OUTSIDE).intValue());
  }

  static Optional<Integer> number(String item) {
    boolean isNumber = item.chars().allMatch(c -> c >= '0' && c <= '9') && !item.isEmpty();
    return isNumber && item.length() <= MAX_DIGITS
        ? Optional.of(Integer.valueOf(item))
        : Optional.empty();
  }

  /** The four beside it. */
  List<Cell> beside() {
    List<Cell> cells = new ArrayList<>();
    for (Move move : Move.values()) cells.add(after(move));
    return cells;
  }

  Cell after(Move move) {
    return new Cell(row + move.down(), column + move.right());
  }
}
