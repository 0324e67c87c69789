package dev.whetstone.training.simulation;

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
  /** Of solutions seven times as long as the others', which would take most of the time. */
  private static final String LONG_WINDED = "polynomial_multiplication";

  /** Of all families but one. */
  public static final World USUAL =
      new World(
          Families.all().stream().filter(f -> !f.name().equals(LONG_WINDED)).toList(),
          16,
          40,
          192,
          10,
          2,
          20,
          0.55,
          0.8,
          true);

  public World {
    families = List.copyOf(families);
  }

  /** The same, with all families asked alike. */
  public World even() {
    return new World(families, answers, first, examined, read, every, fresh, skill, honest, false);
  }
}
