package dev.whetstone.task.family;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Deque;
import java.util.List;

/** A shortest way out for who sees all of a maze, breadth first over rooms and keys carried. */
final class MazeSearch {
  private static final int UNSEEN = -1;

  private final Maze maze;
  private final int rooms;

  /** For each state the one before it. */
  private final int[] before;

  MazeSearch(Maze maze) {
    this.maze = maze;
    rooms = maze.size() * maze.size();
    before = new int[rooms << maze.keys().size()];
    Arrays.fill(before, UNSEEN);
  }

  /** States that were looked at. */
  long looked() {
    return Arrays.stream(before).filter(state -> state != UNSEEN).count();
  }

  /** The directions of the moves. */
  List<Integer> way() {
    int start = entered(maze.start(), 0);
    Deque<Integer> queue = new ArrayDeque<>(List.of(start));
    before[start] = start;
    while (room(queue.element()) != maze.exit()) expand(queue.remove(), queue);
    return back(queue.element(), start);
  }

  private int entered(int room, int carried) {
    return (carried | maze.keysIn(room)) * rooms + room;
  }

  private int room(int state) {
    return state % rooms;
  }

  private void expand(int state, Deque<Integer> queue) {
    for (int direction = 0; direction < Maze.DIRECTIONS.size(); direction++) {
      if (!maze.lets(room(state), direction, state / rooms)) continue;
      int next = entered(maze.next(room(state), direction), state / rooms);
      if (before[next] != UNSEEN) continue;
      before[next] = state;
      queue.add(next);
    }
  }

  private List<Integer> back(int end, int start) {
    List<Integer> way = new ArrayList<>();
    for (int state = end; state != start; state = before[state])
      way.add(direction(room(before[state]), room(state)));
    Collections.reverse(way);
    return way;
  }

  private int direction(int from, int to) {
    int direction = 0;
    while (maze.next(from, direction) != to || !isNeighbour(from, direction)) direction++;
    return direction;
  }

  private boolean isNeighbour(int from, int direction) {
    return maze.ways().get(from).get(direction) != Maze.WALL;
  }
}
