package dev.whetstone.training.simulation;

import dev.whetstone.benchmark.label.Generated;
import dev.whetstone.task.TaskFamily;
import dev.whetstone.task.family.Families;
import java.util.List;

/**
 * How large the simulated world is.
 *
 * @param families whose tasks are asked
 * @param answers in a round, to tasks of each family on average
 * @param first labelled solutions of each family that the first version is fitted to
 * @param examined answers of a round that are labelled
 * @param read of them, as expected and at most, by people
 * @param every a new version is fitted and measured after so many rounds
 * @param fresh generated solutions of each family that it is measured on, made anew
 * @param skill how often an honest attempt is right
 * @param honest how often an answer is an honest attempt at the start
 * @param curriculum whether the loop's curriculum chooses among families; else all are asked alike
 */
public record World(
    List<TaskFamily> families,
    int answers,
    int first,
    int examined,
    double read,
    int every,
    int fresh,
    double skill,
    double honest,
    boolean curriculum) {
  /** Characters of a family's solutions: to read longer ones would take most of the time. */
  private static final double LONGEST = 4_500;

  private static final int SAMPLE = 20;

  public World {
    families = List.copyOf(families);
  }

  /** Of all families whose solutions are short enough for dozens of rounds. */
  public static World usual() {
    List<TaskFamily> families = Families.answered().stream().filter(World::isShort).toList();
    return new World(families, 16, 40, 256, 10, 2, 20, 0.55, 0.8, true);
  }

  private static boolean isShort(TaskFamily family) {
    return new Generated(family, 1)
            .items(SAMPLE).stream().mapToLong(item -> item.solution().length()).average().orElse(0)
        < LONGEST;
  }

  /** The same, with all families asked alike. */
  public World even() {
    return new World(families, answers, first, examined, read, every, fresh, skill, honest, false);
  }
}
