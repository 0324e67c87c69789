package dev.whetstone.model.wide.note.grid;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** A breadth-first search as steps write it down: the lists of cells that they say are reached. */
final class Layers {
  private static final int MAX_LAYERS = Grid.MAX_SIDE * Grid.MAX_SIDE;

  private final Maze maze;
  private final BitSet reached;

  /** The latest last; the first is the start. */
  private final List<Set<Cell>> layers;

  private Layers(Maze maze, BitSet reached, List<Set<Cell>> layers) {
    this.maze = maze;
    this.reached = reached;
    this.layers = layers;
  }

  static Layers of(Maze maze) {
    Set<Cell> first = Set.of(maze.start());
    return new Layers(maze, more(maze.grid(), new BitSet(), first), List.of(first));
  }

  private static BitSet more(Grid grid, BitSet reached, Set<Cell> layer) {
    BitSet all = (BitSet) reached.clone();
    layer.forEach(cell -> all.set(grid.index(cell)));
    return all;
  }

  /** With one more list, of which what is outside the grid is left out. */
  Layers with(List<Cell> listed) {
    if (layers.size() > MAX_LAYERS) return this;
    Set<Cell> layer = new HashSet<>(listed);
    layer.removeIf(cell -> !maze.grid().has(cell));
    List<Set<Cell>> all = new ArrayList<>(layers);
    all.add(layer);
    return new Layers(maze, more(maze.grid(), reached, layer), all);
  }

  /** What is so of a list before it is added. */
  Frontier frontier(List<Cell> listed) {
    Set<Cell> due = new HashSet<>();
    for (Cell cell : layers.getLast())
      for (Cell next : cell.beside())
        if (maze.isFree(next) && !reached.get(maze.grid().index(next))) due.add(next);
    Set<Cell> distinct = new HashSet<>(listed);
    int common = (int) distinct.stream().filter(due::contains).count();
    return new Frontier(
        due.size() - common,
        distinct.size() - common,
        listed.size() - distinct.size(),
        layers.getLast().contains(maze.goal()));
  }

  /** What is so of these moves from the start. */
  Walk walk(List<Move> moves) {
    boolean free = true;
    boolean listed = true;
    Cell cell = maze.start();
    for (int i = 0; i < moves.size() && free; i++) {
      cell = cell.after(moves.get(i));
      free = maze.isFree(cell);
      listed &= i + 1 < layers.size() && layers.get(i + 1).contains(cell);
    }
    boolean all = moves.size() + 1 == layers.size();
    return new Walk(free, free && cell.equals(maze.goal()), free && listed, all);
  }
}
