package dev.whetstone.model.host;

import dev.whetstone.model.Card.Golden;
import dev.whetstone.model.Derivation;
import dev.whetstone.model.Prepared;
import dev.whetstone.model.Reading;
import dev.whetstone.model.Scorer;
import dev.whetstone.model.Unscorable;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * A model says its golden examples before it may serve: each alone, twice, since engines compile
 * what they have seen, then the shortest and the longest in one batch, since padding may mislead.
 */
record Rehearsal(Path folder, Scorer scorer) {
  private static final int TIMES = 2;

  private record Example(int number, Golden golden, Prepared prepared) {}

  void run() throws Refused {
    List<Example> examples = examples();
    for (int time = 0; time < TIMES; time++)
      for (Example example : examples) compare(List.of(example));
    Comparator<Example> length = Comparator.comparingInt(e -> e.prepared().longest());
    Example shortest = examples.stream().min(length).orElseThrow();
    Example longest = examples.stream().max(length).orElseThrow();
    compare(List.of(shortest, longest));
  }

  private List<Example> examples() throws Refused {
    List<Example> examples = new ArrayList<>();
    for (Golden golden : scorer.card().golden()) {
      int number = examples.size() + 1;
      Derivation derivation = new Derivation(golden.problem(), golden.steps());
      try {
        examples.add(new Example(number, golden, scorer.prepare(derivation)));
      } catch (Unscorable | RuntimeException e) {
        throw refused(number, Refused.said(e), e);
      }
    }
    return examples;
  }

  private void compare(List<Example> batch) throws Refused {
    List<Reading> readings = readings(batch);
    for (int i = 0; i < batch.size(); i++) compare(batch.get(i), readings.get(i));
  }

  private List<Reading> readings(List<Example> batch) throws Refused {
    try {
      return scorer.score(batch.stream().map(Example::prepared).toList());
    } catch (RuntimeException e) {
      throw refused(batch.getFirst().number(), Refused.said(e), e);
    }
  }

  private void compare(Example example, Reading reading) throws Refused {
    List<Double> due = example.golden().scores();
    List<Double> said = reading.steps().isEmpty() ? List.of(reading.whole()) : reading.steps();
    boolean same = said.size() == due.size();
    for (int i = 0; same && i < due.size(); i++)
      same = Math.abs(said.get(i) - due.get(i)) <= example.golden().tolerance();
    if (!same)
      throw refused(example.number(), "it says " + said + " where " + due + " is due", null);
  }

  private Refused refused(int number, String reason, Throwable cause) {
    return new Refused(folder, Cards.FILE, "golden example " + number + ": " + reason, cause);
  }
}
