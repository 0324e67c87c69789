package dev.whetstone.task.family;

import dev.whetstone.task.Category;
import dev.whetstone.task.Control;
import dev.whetstone.task.Hash;
import dev.whetstone.task.Levels;
import dev.whetstone.task.Task;
import dev.whetstone.task.TaskFamily;
import dev.whetstone.task.Tool;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;

/**
 * Find the way out of a maze of which only the room at hand is seen. Its mazes are numbered, and a
 * learner is given the first so many of them (Procgen, Cobbe et al. 2020).
 */
public final class DarkMaze implements TaskFamily {
  private static final Control SIZE = Control.of("size", "rooms along each side", 5, 6, 7, 8);
  private static final Control DOORS =
      Control.of("doors", "locked doors on the way, each with its key", 0, 1, 2, 3);
  static final Control LEVEL_SET =
      Control.of("level_set", "different mazes that there are", 100, 1_000, 10_000, 1_000_000);

  /** Enough to see every room and to fetch every key, and too few for most walks at random. */
  private static final int CALLS_A_ROOM = 3;

  private static final List<Tool> TOOLS =
      List.of(
          new Tool(
              MazeWalk.MOVE,
              "Walks to the next room and tells what is seen there.",
              List.of(
                  new Tool.Parameter(
                      "direction", Tool.Type.STRING, "north, east, south or west"))));

  @Override
  public String name() {
    return "dark_maze";
  }

  @Override
  public Category category() {
    return Category.GAMES;
  }

  @Override
  public String summary() {
    return "Find the way out of a maze with locked doors, seeing one room at a time; played in"
        + " turns.";
  }

  /** Many walks one after the other, as long as they may be, leave some of the smallest mazes. */
  @Override
  public double chance() {
    return 0.1;
  }

  @Override
  public List<Control> controls() {
    return List.of(SIZE, DOORS, LEVEL_SET);
  }

  @Override
  public Task make(Levels levels, RandomGenerator random) {
    int size = levels.value(SIZE);
    int doors = levels.value(DOORS);
    Maze maze = numbered(size, doors, random.nextInt(levels.value(LEVEL_SET)));
    MazeSearch search = new MazeSearch(maze);
    List<Integer> way = search.way();
    Replay game =
        new Replay(
            TOOLS,
            CALLS_A_ROOM * size * size,
            OptionalInt.of(way.size()),
            () -> new MazeWalk(maze));
    return new Task(
        question(maze),
        MazeWalk.calls(way),
        game,
        "breadth-first search over rooms and keys leaves it in "
            + way.size()
            + " moves, not before",
        search.looked(),
        Optional.empty(),
        Optional.of(game));
  }

  /** A smaller set is the beginning of a larger one. */
  private static Maze numbered(int size, int doors, int number) {
    String name = size + " " + doors + " " + number;
    return new MazeBuilder(size, new SplittableRandom(Hash.of("dark_maze", name).asLong()))
        .build(doors);
  }

  private static String question(Maze maze) {
    return "You are in a maze of %1$d rows of %1$d rooms; row 1 is the northernmost, column 1 the"
            .formatted(maze.size())
        + " westernmost. The way out is "
        + maze.place(maze.exit())
        + ". You see only the room that you are in. A locked door lets through who carries the key"
        + " of its colour; you take a key when you enter its room. Call move(direction) with north,"
        + " east, south or west until you are at the way out, in as few moves as you can. Write"
        + " each call alone on its line; the reply says what you see. You are "
        + maze.seen(maze.start())
        + ".";
  }
}
