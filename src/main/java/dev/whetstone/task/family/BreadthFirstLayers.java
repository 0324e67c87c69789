package dev.whetstone.task.family;

import dev.whetstone.task.Flaw;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.random.RandomGenerator;

/** Breadth-first search as it is written down: the cells first reached in one move, in two... */
final class BreadthFirstLayers {
  private record Reach(int from, int move, int to) {}

  private final Grid grid;
  private final Reach[] reached;
  private List<Integer> before = List.of();
  private List<Integer> layer;

  BreadthFirstLayers(Grid grid) {
    this.grid = grid;
    int start = grid.start();
    reached = new Reach[grid.cells().length()];
    reached[start] = new Reach(start, 0, start);
    layer = List.of(start);
  }

  boolean isDone() {
    return layer.isEmpty() || reached[grid.goal()] != null;
  }

  void advance() {
    before = layer;
    layer = new ArrayList<>();
    for (Reach next : reaches()) if (isFresh(next.to)) add(next);
  }

  /** Every move from the layer before. */
  private List<Reach> reaches() {
    List<Reach> reaches = new ArrayList<>();
    for (int cell : before)
      for (int move = 0; move < GridMoves.COUNT; move++)
        reaches.add(new Reach(cell, move, grid.after(cell, move)));
    return reaches;
  }

  private boolean isFresh(int cell) {
    return grid.isFree(cell) && reached[cell] == null;
  }

  private void add(Reach next) {
    reached[next.to] = next;
    layer.add(next.to);
  }

  private void drop(int cell) {
    reached[cell] = null;
    layer.remove(Integer.valueOf(cell));
  }

  /** The flaws with which this layer can be written wrong. */
  Set<Flaw> flaws() {
    Set<Flaw> flaws = EnumSet.noneOf(Flaw.class);
    if (layer.size() > 1) flaws.add(Flaw.SKIPPED_CASE);
    for (Flaw flaw : EnumSet.of(Flaw.WRONG_ARITHMETIC, Flaw.WRONG_OPERAND, Flaw.WRONG_RULE))
      if (!wrong(flaw).isEmpty()) flaws.add(flaw);
    return flaws;
  }

  void spoil(Flaw flaw, RandomGenerator random) {
    if (flaw == Flaw.SKIPPED_CASE) {
      drop(layer.get(random.nextInt(layer.size())));
      return;
    }
    List<Reach> wrong = wrong(flaw);
    Reach added = wrong.get(random.nextInt(wrong.size()));
    if (flaw == Flaw.WRONG_ARITHMETIC) drop(grid.after(added.from, added.move));
    add(added);
  }

  /** The cells that a flaw may put in this layer, none of which belongs there. */
  private List<Reach> wrong(Flaw flaw) {
    return reaches().stream().flatMap(reach -> wrong(flaw, reach).stream()).toList();
  }

  /** A wall entered, the edge crossed to the opposite side, or one cell gone too far. */
  private Optional<Reach> wrong(Flaw flaw, Reach reach) {
    if (flaw == Flaw.WRONG_OPERAND && grid.isWall(reach.to)) return Optional.of(reach);
    if (flaw == Flaw.WRONG_RULE && grid.isBorder(reach.to))
      return fresh(reach, grid.opposite(reach.from, reach.move));
    if (flaw == Flaw.WRONG_ARITHMETIC && reach.equals(reached[reach.to]))
      return fresh(reach, grid.after(reach.to, reach.move));
    return Optional.empty();
  }

  private Optional<Reach> fresh(Reach reach, int to) {
    return isFresh(to) ? Optional.of(new Reach(reach.from, reach.move, to)) : Optional.empty();
  }

  /** Back from the goal, and turned round; as far as it goes. */
  String path() {
    StringBuilder path = new StringBuilder();
    Reach last = reached[grid.goal()];
    for (; last != null && last.from != last.to; last = reached[last.from])
      path.append(GridMoves.letter(last.move));
    return path.reverse().toString();
  }

  @Override
  public String toString() {
    StringBuilder text = new StringBuilder();
    for (int cell : layer)
      text.append(" (").append(grid.row(cell)).append(',').append(grid.col(cell)).append(')');
    return text.isEmpty() ? "none" : text.substring(1);
  }
}
