package dev.whetstone.benchmark.label;

import dev.whetstone.benchmark.label.Refusal.Refused;
import dev.whetstone.model.Derivation;
import java.util.List;

/** ProcessBench (Zheng et al. 2024): the first error, by people. */
final class ProcessBench {
  private ProcessBench() {}

  static List<Entry> read(Row row) throws Refused {
    String problem = row.text("problem");
    List<String> steps = row.steps("steps");
    return List.of(
        new Entry(
            row.identifier("id").orElseGet(() -> Entry.idOf(problem, steps)),
            new Derivation(problem, steps),
            Entry.truth("label", row.integer("label"), steps.size()),
            row.optionalBoolean("final_answer_correct"),
            row.optionalText("generator").orElse(Entry.NOBODY),
            row.optionalText("label_source").orElse("human: ProcessBench annotators")));
  }
}
