package dev.whetstone.benchmark.label;

import static dev.whetstone.benchmark.label.Refusal.Reason.CONTRADICTION;
import static dev.whetstone.benchmark.label.Refusal.Reason.MISSING;
import static dev.whetstone.benchmark.label.Refusal.Reason.OUT_OF_RANGE;

import dev.whetstone.benchmark.label.Refusal.Refused;
import dev.whetstone.benchmark.label.Truth.Scope;
import dev.whetstone.model.Derivation;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/**
 * Our own rows: {@code id, problem, steps, first_error} (from 0, counting the steps that are not
 * blank; -1 for none), or {@code labels} for each step (right, neutral, wrong, unknown), or both;
 * labels alone are of single steps.
 */
final class OwnRows {
  private OwnRows() {}

  static List<Entry> read(Row row) throws Refused {
    String problem = row.text("problem");
    List<String> steps =
        row.has("labels") ? row.steps("steps") : Entry.withoutBlank("steps", row.texts("steps"));
    return List.of(
        new Entry(
            row.identifier("id").orElseGet(() -> Entry.idOf(problem, steps)),
            new Derivation(problem, steps),
            truth(row, steps.size()),
            row.optionalBoolean("final_answer_correct"),
            row.optionalText("generator").orElse(Entry.NOBODY),
            row.optionalText("label_source").orElse(Entry.NOBODY)));
  }

  private static Truth truth(Row row, int steps) throws Refused {
    if (row.has("labels")) return labels(row, steps);
    if (row.has("first_error"))
      return Entry.truth("first_error", row.integer("first_error"), steps);
    throw new Refused(MISSING, "first_error is missing, and so are labels");
  }

  private static Truth labels(Row row, int steps) throws Refused {
    List<StepLabel> labels = new ArrayList<>();
    for (String word : row.texts("labels")) labels.add(label(word));
    if (labels.size() != steps)
      throw new Refused(
          OUT_OF_RANGE, "there are %d labels for %d steps".formatted(labels.size(), steps));
    if (labels.stream().noneMatch(StepLabel::isKnown))
      throw new Refused(MISSING, "no step has a label");
    if (!row.has("first_error")) return new Truth(labels, Scope.STEP);
    int first = row.integer("first_error");
    int end = first < 0 ? steps : Math.min(first, steps);
    if (first != labels.indexOf(StepLabel.WRONG)
        || labels.subList(0, end).contains(StepLabel.UNKNOWN))
      throw new Refused(CONTRADICTION, "first_error is %d, the labels differ".formatted(first));
    return new Truth(labels, Scope.SOLUTION);
  }

  private static StepLabel label(String word) throws Refused {
    return Stream.of(StepLabel.values())
        .filter(label -> label.name().toLowerCase(Locale.ROOT).equals(word))
        .findFirst()
        .orElseThrow(
            () ->
                new Refused(
                    OUT_OF_RANGE, "a label is right, neutral, wrong or unknown, not " + word));
  }
}
