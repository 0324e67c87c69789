package dev.whetstone.training.simulation;

import dev.whetstone.benchmark.label.Truth;
import dev.whetstone.training.simulation.Examiners.Examined;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.function.BiConsumer;

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

  /** A solution without a label, and the share of its analyses that found nothing. */
  private record Contested(Read read, double correctShare) {}

  List<Read> labelled() {
    return Collections.unmodifiableList(labelled);
  }

  /**
   * Labels solutions; those kept to measure on are not learnt from.
   *
   * @param told of each solution that was labelled, with its exact truth, and of its label
   */
  Cost label(List<Read> reads, LinearVerifier serving, BiConsumer<Read, Truth> told) {
    int[] wrong = {0};
    int[] labels = {0};
    BiConsumer<Read, Truth> kept =
        (read, truth) -> {
          labels[0]++;
          if (truth.hasError() != read.isWrong()) wrong[0]++;
          Read as = read.labelled(SET, truth);
          if (foolers.add(serving, as)) labelled.add(as);
          told.accept(read, truth);
        };
    List<Contested> contested = new ArrayList<>();
    int calls = 0;
    for (Read read : reads) {
      Examined examined = examiners.examine(read.item().truth());
      calls += examined.calls();
      examined.truth().ifPresent(truth -> kept.accept(read, truth));
      if (examined.contested()) contested.add(new Contested(read, examined.correctShare()));
    }
    List<Integer> drawn =
        people.drawn(contested.stream().mapToDouble(Contested::correctShare).toArray());
    for (int i : drawn) {
      Read read = contested.get(i).read;
      kept.accept(read, people.label(read.item().truth()));
    }
    return new Cost(reads.size(), drawn.size(), calls, labels[0], wrong[0]);
  }
}
