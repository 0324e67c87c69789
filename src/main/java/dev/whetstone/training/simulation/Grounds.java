package dev.whetstone.training.simulation;

import dev.whetstone.benchmark.label.Generated;
import dev.whetstone.benchmark.label.Labelled;
import dev.whetstone.task.TaskFamily;
import java.util.List;
import java.util.SplittableRandom;

/**
 * What every run is measured on, read once.
 *
 * @param exam generated solutions with exact labels, for the figures alone
 * @param people other ones, as simulated people labelled them: the gate's
 * @param human solutions that real people labelled, for the figures alone; empty without any
 */
record Grounds(List<Read> exam, List<Read> people, List<Read> human) {
  private static final long EXAM = 1;
  private static final long PEOPLE = 2;
  private static final int EXAM_EACH = 30;
  private static final int PEOPLE_EACH = 40;

  static Grounds of(List<TaskFamily> families, List<Labelled> human) {
    People people = new People(0, new SplittableRandom(PEOPLE));
    List<Read> byPeople =
        Read.all(generated(families, PEOPLE_EACH, PEOPLE)).stream()
            .map(read -> read.labelled("people", people.label(read.item().truth())))
            .toList();
    return new Grounds(Read.all(generated(families, EXAM_EACH, EXAM)), byPeople, Read.all(human));
  }

  static List<Labelled> generated(List<TaskFamily> families, int each, long seed) {
    return families.stream()
        .flatMap(family -> new Generated(family, seed).items(each).stream())
        .toList();
  }
}
