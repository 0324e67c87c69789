package dev.whetstone.task.family;

import java.util.List;

/**
 * Rooms in a square, with ways between neighbours.
 *
 * @param ways for each room, in the order of {@link #DIRECTIONS}: a wall, an open way, or a door
 * @param keys for each door's colour the room where its key lies
 */
record Maze(int size, int start, int exit, List<List<Integer>> ways, List<Integer> keys) {
  static final List<String> DIRECTIONS = List.of("north", "east", "south", "west");
  static final int WALL = -2;
  static final int OPEN = -1;

  /** A door is its colour's place here. */
  private static final List<String> COLOURS = List.of("red", "green", "blue");

  Maze {
    ways = ways.stream().map(List::copyOf).toList();
    keys = List.copyOf(keys);
  }

  /** The neighbour of a room, which the caller knows to be there. */
  int next(int room, int direction) {
    return switch (direction) {
      case 0 -> room - size;
      case 1 -> room + 1;
      case 2 -> room + size;
      default -> room - 1;
    };
  }

  /** Whether who carries these keys, a bit each, can go that way. */
  boolean lets(int room, int direction, int carried) {
    int way = ways.get(room).get(direction);
    return way == OPEN || (way >= 0 && (carried >> way & 1) == 1);
  }

  /** The keys that lie in a room, a bit each. */
  int keysIn(int room) {
    int found = 0;
    for (int key = 0; key < keys.size(); key++) if (keys.get(key) == room) found |= 1 << key;
    return found;
  }

  String place(int room) {
    return "in row " + (room / size + 1) + ", column " + (room % size + 1);
  }

  /** A room as it is seen by who stands in it. */
  String seen(int room) {
    StringBuilder text = new StringBuilder(place(room)).append(';');
    for (int direction = 0; direction < DIRECTIONS.size(); direction++)
      text.append(direction == 0 ? " " : ", ")
          .append(DIRECTIONS.get(direction))
          .append(": ")
          .append(way(room, direction));
    return text.toString();
  }

  String way(int room, int direction) {
    int way = ways.get(room).get(direction);
    return way == WALL ? "wall" : way == OPEN ? "open" : COLOURS.get(way) + " door";
  }

  static String key(int key) {
    return "the " + COLOURS.get(key) + " key";
  }
}
