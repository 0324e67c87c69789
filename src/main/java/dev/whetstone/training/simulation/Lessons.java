package dev.whetstone.training.simulation;

import dev.whetstone.benchmark.label.Truth;
import dev.whetstone.training.simulation.Examiners.Examined;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** The labels that a verifier is fitted to: the first ones, and those that the loop makes. */
final class Lessons {
  private static final String SET = "labelled";

  private final List<Read> labelled;
  private final Examiners examiners;
  private final People people;
  private final Foolers foolers;

  Lessons(List<Read> first, Examiners examiners, People people, Foolers foolers) {
    this.labelled = new ArrayList<>(first);
    this.examiners = examiners;
    this.people = people;
    this.foolers = foolers;
  }

  /**
   * A solution with its label.
   *
   * @param read with its exact truth
   */
  record Lesson(Read read, Truth label) {
    boolean isFalse() {
      return label.hasError() != read.isWrong();
    }
  }

  /** What came of a round's labelling. */
  record Taught(List<Lesson> lessons, Cost cost) {}

  /** A solution without a label, and the share of its analyses that found nothing. */
  private record Contested(Read read, double correctShare) {}

  List<Read> labelled() {
    return Collections.unmodifiableList(labelled);
  }

  /** Labels solutions; those kept to measure on are not learnt from. */
  Taught label(List<Read> reads, LinearVerifier serving) {
    List<Lesson> lessons = new ArrayList<>();
    List<Contested> contested = new ArrayList<>();
    int calls = 0;
    for (Read read : reads) {
      Examined examined = examiners.examine(read.item().truth());
      calls += examined.calls();
      examined.truth().ifPresent(label -> lessons.add(new Lesson(read, label)));
      if (examined.contested()) contested.add(new Contested(read, examined.correctShare()));
    }
    List<Lesson> byPeople = byPeople(contested);
    lessons.addAll(byPeople);
    lessons.forEach(lesson -> keep(lesson, serving));
    int wrong = (int) lessons.stream().filter(Lesson::isFalse).count();
    return new Taught(
        lessons, new Cost(reads.size(), byPeople.size(), calls, lessons.size(), wrong));
  }

  private List<Lesson> byPeople(List<Contested> contested) {
    double[] correctShares = contested.stream().mapToDouble(Contested::correctShare).toArray();
    return people.drawn(correctShares).stream()
        .map(place -> contested.get(place).read)
        .map(read -> new Lesson(read, people.label(read.item().truth())))
        .toList();
  }

  private void keep(Lesson lesson, LinearVerifier serving) {
    Read read = lesson.read.labelled(SET, lesson.label);
    if (foolers.add(serving, read)) labelled.add(read);
  }
}
