package dev.whetstone.benchmark.label;

import dev.whetstone.benchmark.label.Refusal.Refused;
import dev.whetstone.model.Derivation;
import java.util.List;
import java.util.Optional;

/** BIG-Bench Mistake (Tyen et al. 2023): the first logical mistake in PaLM 2's reasoning. */
final class BigBenchMistake {
  private BigBenchMistake() {}

  static List<Entry> read(Row row) throws Refused {
    String problem = row.text("input");
    List<String> steps = row.steps("steps");
    int mistake = row.has("mistake_index") ? row.integer("mistake_index") : -1;
    return List.of(
        new Entry(
            row.identifier("id").orElseGet(() -> Entry.idOf(problem, steps)),
            new Derivation(problem, steps),
            Entry.truth("mistake_index", mistake, steps.size()),
            answered(row),
            "PaLM 2-L (Unicorn)",
            row.optionalText("label_source").orElse("human: BIG-Bench Mistake annotators")));
  }

  private static Optional<Boolean> answered(Row row) throws Refused {
    if (!row.has("answer") || !row.has("target")) return Optional.empty();
    return Optional.of(row.text("answer").strip().equals(row.text("target").strip()));
  }
}
