package dev.whetstone.task.family;

import static dev.whetstone.task.Grade.RIGHT;
import static dev.whetstone.task.Grade.WRONG;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.whetstone.task.Control;
import dev.whetstone.task.Levels;
import dev.whetstone.task.Task;
import dev.whetstone.task.TaskFamily;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class DarkMazeTest extends GameContract {
  private static final int FAR = 1_000_000;

  @Override
  TaskFamily family() {
    return new DarkMaze();
  }

  /** A larger set is harder to learn by heart, and its mazes are no longer. */
  @Override
  List<Control> measured() {
    return family().controls().stream().filter(c -> !c.equals(DarkMaze.LEVEL_SET)).toList();
  }

  @Override
  String argument(Task task, SplittableRandom random) {
    return Maze.DIRECTIONS.get(random.nextInt(Maze.DIRECTIONS.size()));
  }

  private static Maze maze(int seed) {
    SplittableRandom random = new SplittableRandom(seed);
    return new MazeBuilder(5 + random.nextInt(4), random).build(random.nextInt(4));
  }

  /** Distances to the exit over rooms and keys, by sweeps until nothing changes. */
  private static int shortest(Maze maze) {
    int rooms = maze.size() * maze.size();
    int[][] toExit = new int[1 << maze.keys().size()][rooms];
    for (int[] row : toExit) Arrays.fill(row, FAR);
    for (int[] row : toExit) row[maze.exit()] = 0;
    for (boolean changed = true; changed; ) {
      changed = false;
      for (int carried = 0; carried < toExit.length; carried++)
        for (int room = 0; room < rooms; room++)
          for (int direction = 0; direction < 4; direction++) {
            if (!maze.lets(room, direction, carried)) continue;
            int next = maze.next(room, direction);
            int way = toExit[carried | maze.keysIn(next)][next] + 1;
            if (way >= toExit[carried][room]) continue;
            toExit[carried][room] = way;
            changed = true;
          }
    }
    return toExit[0][maze.start()];
  }

  @Test
  void theWayIsAShortestOneAndNeedsEveryKey() {
    for (int seed = 0; seed < 300; seed++) {
      Maze maze = maze(seed);
      assertEquals(shortest(maze), new MazeSearch(maze).way().size());
      for (int lost = 0; lost < maze.keys().size(); lost++) {
        List<Integer> keys = new ArrayList<>(maze.keys());
        keys.set(lost, -1);
        Maze without = new Maze(maze.size(), maze.start(), maze.exit(), maze.ways(), keys);
        assertTrue(shortest(without) >= FAR, "no key is for show");
      }
    }
  }

  /** No wall, and no border, can be walked through, and each way leads back. */
  @Test
  void waysLeadBackAndNotOffTheSquare() {
    for (int seed = 0; seed < 300; seed++) {
      Maze maze = maze(seed);
      for (int room = 0; room < maze.size() * maze.size(); room++)
        for (int direction = 0; direction < 4; direction++) {
          if (maze.ways().get(room).get(direction) == Maze.WALL) continue;
          int next = maze.next(room, direction);
          assertEquals(
              1,
              Math.abs(next / maze.size() - room / maze.size())
                  + Math.abs(next % maze.size() - room % maze.size()));
          assertEquals(
              maze.ways().get(room).get(direction), maze.ways().get(next).get((direction + 2) % 4));
        }
    }
  }

  @Test
  void detoursAreRightButCostEconomyAndTheLimitEndsThem() {
    for (int i = 0; i < 100; i++) {
      Task task = task(anyLevels(i), "detour", i);
      String there = task.answer().lines().findFirst().orElseThrow();
      String back = "move(" + opposite(there.substring(5, there.length() - 1)) + ")";
      String detour = there + "\n" + back + "\n" + task.answer();
      assertEquals(RIGHT, task.check().grade(detour));
      double needed = task.answer().lines().count();
      assertEquals(needed / (needed + 2), economy(task, detour));
      assertEquals(WRONG, task.check().grade("move(up)\n".repeat(256) + task.answer()));
      assertTrue(after(task, List.of("move(up)\n".repeat(256))).over());
    }
  }

  private static String opposite(String direction) {
    return Maze.DIRECTIONS.get((Maze.DIRECTIONS.indexOf(direction) + 2) % 4);
  }

  /** As many as it says, and a small set is the beginning of a large one. */
  @Test
  void theLevelSetIsAsLargeAsItSays() {
    Levels lowest = Levels.lowest(family().controls());
    long few = distinct(lowest, 1_000);
    assertTrue(few > 70 && few <= 100, few + " of 100");
    assertTrue(distinct(lowest.with(DarkMaze.LEVEL_SET, 3), 1_000) > 990);
    List<String> large = questions(lowest.with(DarkMaze.LEVEL_SET, 1), 10_000);
    assertTrue(large.containsAll(questions(lowest, 100)));
  }

  private List<String> questions(Levels levels, int count) {
    return IntStream.range(0, count)
        .mapToObj(i -> task(levels, "set", i).question())
        .distinct()
        .toList();
  }

  private long distinct(Levels levels, int count) {
    return IntStream.range(0, count)
        .mapToObj(i -> task(levels, "set", i))
        .map(task -> task.question() + task.answer())
        .collect(Collectors.toSet())
        .size();
  }

  /** The player is told of the room that it is in, and of no other. */
  @Test
  void onlyTheRoomAtHandIsSeen() {
    for (int i = 0; i < 100; i++) {
      Task task = task(anyLevels(i), "seen", i);
      List<String> moves = task.answer().lines().toList();
      for (int k = 1; k < moves.size(); k++) {
        String said = after(task, moves.subList(0, k)).said();
        assertEquals(1, said.split("row ", -1).length - 1, said);
        assertFalse(said.contains("way out"), said);
      }
      assertTrue(after(task, moves).said().contains("This is the way out."));
    }
  }
}
