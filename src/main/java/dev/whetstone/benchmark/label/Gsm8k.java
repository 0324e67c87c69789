package dev.whetstone.benchmark.label;

import dev.whetstone.benchmark.label.Refusal.Refused;
import dev.whetstone.model.Derivation;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/** GSM8K (Cobbe et al. 2021): solutions that people wrote, a step on each line. */
final class Gsm8k {
  private Gsm8k() {}

  static List<Entry> read(Row row) throws Refused {
    String problem = row.text("question");
    List<String> steps = Entry.withoutBlank("answer", row.text("answer").lines().toList());
    return List.of(
        new Entry(
            Entry.idOf(problem, steps),
            new Derivation(problem, steps),
            Truth.ofFirstError(steps.size(), OptionalInt.empty()),
            Optional.of(true),
            "human",
            "human: GSM8K reference solution"));
  }
}
