package dev.whetstone.training.simulation;

import dev.whetstone.task.TaskFamily;
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
 * @param curriculum whether the loop also chooses what is asked
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
  public World {
    families = List.copyOf(families);
  }
}
