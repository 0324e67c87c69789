package dev.whetstone.task.family;

import dev.whetstone.task.Call;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** Where a player stands in a maze, and what it carries. */
final class MazeWalk implements GameState {
  static final String MOVE = "move";

  private final Maze maze;
  private int room;
  private int carried;

  MazeWalk(Maze maze) {
    this.maze = maze;
    room = maze.start();
    carried = maze.keysIn(room);
  }

  /** The calls that go this way. */
  static String calls(List<Integer> way) {
    return way.stream()
        .map(direction -> new Call(MOVE, List.of(Maze.DIRECTIONS.get(direction))).toString())
        .collect(Collectors.joining("\n"));
  }

  @Override
  public String act(Call call) {
    String name = call.arguments().getFirst().toLowerCase(Locale.ROOT);
    int direction = Maze.DIRECTIONS.indexOf(name);
    if (direction < 0) return "there is no such direction.";
    if (!maze.lets(room, direction, carried))
      return "no way " + name + ": " + maze.way(room, direction) + "; you stay.";
    room = maze.next(room, direction);
    return "you are " + maze.seen(room) + "." + taken() + (isWon() ? " This is the way out." : "");
  }

  private String taken() {
    StringBuilder text = new StringBuilder();
    int found = maze.keysIn(room) & ~carried;
    for (int key = 0; found >> key != 0; key++)
      if ((found >> key & 1) == 1) text.append(" You take ").append(Maze.key(key)).append('.');
    carried |= found;
    return text.toString();
  }

  @Override
  public boolean isOver() {
    return isWon();
  }

  @Override
  public boolean isWon() {
    return room == maze.exit();
  }
}
