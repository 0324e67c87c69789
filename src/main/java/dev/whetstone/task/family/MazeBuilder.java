package dev.whetstone.task.family;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Deque;
import java.util.List;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;

/**
 * Digs a tree of rooms from the start, locks doors on the way to the room that is farthest from it,
 * and lays each key on the near side of its door.
 */
final class MazeBuilder {
  private final int size;
  private final RandomGenerator random;
  private final int[][] ways;

  /** The room from which each was dug, and how many digs that took. */
  private final int[] parent;

  private final int[] depth;

  MazeBuilder(int size, RandomGenerator random) {
    this.size = size;
    this.random = random;
    int rooms = size * size;
    ways = new int[rooms][Maze.DIRECTIONS.size()];
    for (int[] room : ways) Arrays.fill(room, Maze.WALL);
    parent = new int[rooms];
    Arrays.fill(parent, -1);
    depth = new int[rooms];
  }

  Maze build(int doors) {
    int start = random.nextInt(parent.length);
    dig(start);
    int exit =
        IntStream.range(0, depth.length).reduce(start, (a, b) -> depth[b] > depth[a] ? b : a);
    List<Integer> locked = lock(exit, doors);
    return new Maze(size, start, exit, lists(), keys(sides(locked), start, doors));
  }

  private void dig(int start) {
    Deque<Integer> trail = new ArrayDeque<>(List.of(start));
    parent[start] = start;
    while (!trail.isEmpty()) {
      int room = trail.peek();
      List<Integer> fresh = fresh(room);
      if (fresh.isEmpty()) trail.pop();
      else trail.push(dig(room, fresh.get(random.nextInt(fresh.size()))));
    }
  }

  private List<Integer> fresh(int room) {
    return IntStream.range(0, Maze.DIRECTIONS.size())
        .filter(direction -> next(room, direction) >= 0 && parent[next(room, direction)] < 0)
        .boxed()
        .toList();
  }

  private int dig(int room, int direction) {
    int next = next(room, direction);
    join(room, direction, Maze.OPEN);
    parent[next] = room;
    depth[next] = depth[room] + 1;
    return next;
  }

  private void join(int room, int direction, int way) {
    ways[room][direction] = way;
    ways[next(room, direction)][(direction + 2) % Maze.DIRECTIONS.size()] = way;
  }

  /** The neighbour, or -1 off the square. */
  private int next(int room, int direction) {
    int row = room / size + (direction == 0 ? -1 : direction == 2 ? 1 : 0);
    int column = room % size + (direction == 3 ? -1 : direction == 1 ? 1 : 0);
    return row < 0 || column < 0 || row >= size || column >= size ? -1 : row * size + column;
  }

  /** The rooms right behind the doors, the nearest to the start first; none is next to it. */
  private List<Integer> lock(int exit, int doors) {
    List<Integer> way = new ArrayList<>();
    for (int room = exit; depth[room] > 1; room = parent[room]) way.add(room);
    Collections.reverse(way);
    List<Integer> places = Draws.distinct(way.size(), doors, random).stream().sorted().toList();
    for (int door = 0; door < doors; door++) {
      int behind = way.get(places.get(door));
      for (int direction = 0; direction < Maze.DIRECTIONS.size(); direction++)
        if (next(behind, direction) == parent[behind]) join(behind, direction, door);
    }
    return places.stream().map(way::get).toList();
  }

  /** How many doors lie between the start and each room. */
  private int[] sides(List<Integer> locked) {
    int[] side = new int[parent.length];
    for (int room = 0; room < side.length; room++)
      for (int at = room; depth[at] > 0; at = parent[at]) if (locked.contains(at)) side[room]++;
    return side;
  }

  private List<Integer> keys(int[] side, int start, int doors) {
    List<Integer> keys = new ArrayList<>();
    for (int door = 0; door < doors; door++) {
      int nearer = door;
      List<Integer> rooms =
          IntStream.range(0, side.length)
              .filter(room -> room != start && side[room] == nearer)
              .boxed()
              .toList();
      keys.add(rooms.get(random.nextInt(rooms.size())));
    }
    return keys;
  }

  private List<List<Integer>> lists() {
    return Arrays.stream(ways).map(room -> Arrays.stream(room).boxed().toList()).toList();
  }
}
