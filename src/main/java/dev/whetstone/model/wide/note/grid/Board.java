package dev.whetstone.model.wide.note.grid;

import dev.whetstone.model.wide.template.Template;
import java.util.List;
import java.util.Optional;

/** The grid that a problem draws, if it draws one, with what steps have said of its cells. */
public final class Board {
  private final Optional<Digits> digits;
  private final Optional<Layers> layers;

  private Board(Optional<Digits> digits, Optional<Layers> layers) {
    this.digits = digits;
    this.layers = layers;
  }

  /** Of a problem; read once, from its beginning to its grid's end. */
  public static Board of(String problem) {
    Optional<Grid> grid = Grid.in(problem);
    return new Board(
        grid.flatMap(Digits::of), grid.flatMap(g -> Maze.of(problem, g)).map(Layers::of));
  }

  /** With one more step. */
  public Board then(Template step) {
    if (digits.isEmpty() && layers.isEmpty()) return this;
    List<Cell> listed = Cell.listed(step);
    return new Board(
        digits.map(all -> Placement.in(step).map(all::with).orElse(all)),
        layers.map(all -> listed.isEmpty() ? all : all.with(listed)));
  }

  /** Of the digit that a step puts in a cell. */
  public Optional<Standing> standing(Template step) {
    return digits.flatMap(all -> Placement.in(step).map(all::standing));
  }

  /** Of the cells that a step lists. */
  public Optional<Frontier> frontier(Template step) {
    List<Cell> listed = Cell.listed(step);
    return layers.filter(_ -> !listed.isEmpty()).map(all -> all.frontier(listed));
  }

  /** Of the moves that a step ends with. */
  public Optional<Walk> walk(Template step) {
    if (layers.isEmpty() || step.runs().isEmpty()) return Optional.empty();
    List<Move> moves = Move.all(step.runs().getLast().items());
    return layers.filter(_ -> !moves.isEmpty()).map(all -> all.walk(moves));
  }
}
