package dev.whetstone.task.solver;

import dev.whetstone.task.Turn;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Goes to the nearest room that it has not seen, from what it saw so far. */
final class MazePlayer extends Player {
  private static final Pattern QUESTION =
      Pattern.compile("You are in a maze of (?s:.*) You are in row (?s:.*)");
  private static final Pattern ROOM =
      Pattern.compile(
          "(?i)you are in row (\\d{1,2}), column (\\d{1,2}); north: ([a-z ]++), east: ([a-z ]++),"
              + " south: ([a-z ]++), west: ([a-z ]++)\\.");
  private static final Pattern KEY = Pattern.compile("You take the ([a-z]++) key");
  private static final List<String> NAMES = List.of("north", "east", "south", "west");

  @Override
  public String way() {
    return "walking to the nearest room not yet seen, where the family searches the whole map";
  }

  @Override
  boolean play(String question, Table table) {
    if (!QUESTION.matcher(question).matches()) return false;
    Walk walk = new Walk();
    walk.see(question);
    boolean over = walk.seen.isEmpty();
    while (!over) {
      Optional<String> moves = walk.toUnseen();
      if (moves.isEmpty()) return false;
      Turn turn = table.say(moves.get());
      walk.see(turn.said());
      over = turn.over();
    }
    return !walk.seen.isEmpty();
  }

  private record Room(int row, int column) {
    Room next(String direction) {
      return switch (direction) {
        case "north" -> new Room(row - 1, column);
        case "south" -> new Room(row + 1, column);
        case "east" -> new Room(row, column + 1);
        default -> new Room(row, column - 1);
      };
    }
  }

  /** What was seen so far. */
  private static final class Walk {
    private final Map<Room, Map<String, String>> seen = new HashMap<>();
    private final Set<String> keys = new HashSet<>();
    private Room at = new Room(0, 0);

    void see(String text) {
      Matcher room = ROOM.matcher(text);
      while (room.find()) {
        at = new Room(Integer.parseInt(room.group(1)), Integer.parseInt(room.group(2)));
        Map<String, String> ways = new LinkedHashMap<>();
        for (int i = 0; i < NAMES.size(); i++) ways.put(NAMES.get(i), room.group(i + 3));
        seen.put(at, ways);
      }
      KEY.matcher(text).results().forEach(key -> keys.add(key.group(1) + " door"));
    }

    /** All the moves to it, a line each. */
    Optional<String> toUnseen() {
      Map<Room, String> moves = new HashMap<>(Map.of(at, ""));
      Deque<Room> queue = new ArrayDeque<>(List.of(at));
      while (!queue.isEmpty()) {
        Room room = queue.remove();
        if (!seen.containsKey(room)) return Optional.of(moves.get(room).strip());
        seen.get(room)
            .forEach(
                (direction, way) -> {
                  Room next = room.next(direction);
                  if (!way.equals("open") && !keys.contains(way)) return;
                  String there = moves.get(room) + "move(" + direction + ")\n";
                  if (moves.putIfAbsent(next, there) == null) queue.add(next);
                });
      }
      return Optional.empty();
    }
  }
}
