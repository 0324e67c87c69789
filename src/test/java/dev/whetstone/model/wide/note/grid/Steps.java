package dev.whetstone.model.wide.note.grid;

import dev.whetstone.model.wide.template.ProblemWords;
import dev.whetstone.model.wide.template.Template;
import java.util.List;

/** Steps of a problem about moves, read. */
final class Steps {
  private static final ProblemWords MOVES = ProblemWords.of("Go up, down, left or right.");

  private Steps() {}

  static Template of(String text) {
    return Template.of(text, MOVES);
  }

  static List<Cell> listed(String text) {
    return Cell.listed(of(text));
  }
}
