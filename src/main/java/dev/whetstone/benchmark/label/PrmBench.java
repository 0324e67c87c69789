package dev.whetstone.benchmark.label;

import static dev.whetstone.benchmark.label.Refusal.Reason.OUT_OF_RANGE;

import dev.whetstone.benchmark.label.Refusal.Refused;
import dev.whetstone.model.Derivation;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;

/** PRMBench (Song et al. 2025): all steps are labelled, those not named as errors are right. */
final class PrmBench {
  private PrmBench() {}

  static List<Entry> converted(Row row) throws Refused {
    return read(row, row.text("problem"), row.steps("steps"), "error_steps_1based", "id");
  }

  static List<Entry> original(Row row) throws Refused {
    return read(row, row.text("question"), row.steps("modified_process"), "error_steps", "idx");
  }

  /** The same problem comes once for each kind of error. */
  private static List<Entry> read(
      Row row, String problem, List<String> steps, String errors, String id) throws Refused {
    String kind = row.optionalText("classification").map("/"::concat).orElse("");
    return List.of(
        new Entry(
            row.identifier(id).map(i -> i + kind).orElseGet(() -> Entry.idOf(problem, steps)),
            new Derivation(problem, steps),
            truth(errors, row.integers(errors), steps.size()),
            Optional.empty(),
            "GPT-4o (PRMBench)",
            row.optionalText("label_source").orElse("synthetic: GPT-4o rewrite")));
  }

  private static Truth truth(String name, List<Integer> errors, int steps) throws Refused {
    List<StepLabel> labels = new ArrayList<>(Collections.nCopies(steps, StepLabel.RIGHT));
    for (int number : errors) {
      if (number < 1 || number > steps)
        throw new Refused(OUT_OF_RANGE, "%s names step %d of %d".formatted(name, number, steps));
      labels.set(number - 1, StepLabel.WRONG);
    }
    return new Truth(labels, Truth.Scope.SOLUTION);
  }
}
