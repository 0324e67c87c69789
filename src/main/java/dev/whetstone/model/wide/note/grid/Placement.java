package dev.whetstone.model.wide.note.grid;

import dev.whetstone.model.wide.template.Template;
import java.util.List;
import java.util.Optional;

/**
 * A digit that a step puts in a cell.
 *
 * @param digit from 1 to 9
 */
record Placement(Cell cell, int digit) {
  private static final int MAX_DIGIT = 9;

  Placement {
    if (digit < 1 || digit > MAX_DIGIT) throw new IllegalArgumentException("no digit: " + digit);
  }

  /** By the first three numbers: row, column and digit. */
  static Optional<Placement> in(Template step) {
    List<String> items = step.items();
    if (items.size() < 3) return Optional.empty();
    Cell cell = Cell.of(items.get(0), items.get(1));
    return Cell.number(items.get(2))
        .filter(digit -> digit >= 1 && digit <= MAX_DIGIT)
        .map(digit -> new Placement(cell, digit));
  }
}
