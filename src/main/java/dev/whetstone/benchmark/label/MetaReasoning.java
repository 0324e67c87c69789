package dev.whetstone.benchmark.label;

import static dev.whetstone.benchmark.label.Refusal.Reason.CONTRADICTION;
import static dev.whetstone.benchmark.label.Refusal.Reason.OUT_OF_RANGE;

import dev.whetstone.benchmark.label.Refusal.Refused;
import dev.whetstone.model.Derivation;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.regex.Pattern;

/**
 * MR-GSM8K (Zeng et al. 2023) and MR-Ben (Zeng et al. 2024). The number of the first error counts
 * the steps that are not blank.
 */
final class MetaReasoning {
  private static final Pattern NUMBER = Pattern.compile("[0-9]{1,6}");

  private MetaReasoning() {}

  static List<Entry> gsm8k(Row row) throws Refused {
    String problem = row.text("question");
    List<String> steps = steps(row, "model_output_steps");
    return List.of(
        new Entry(
            row.identifier("uuid").orElseGet(() -> Entry.idOf(problem, steps)),
            new Derivation(problem, steps),
            truth(
                row,
                "model_output_solution_first_error_step",
                "model_output_solution_correctness",
                steps.size()),
            row.optionalText("model_output_answer_correctness").map("correct"::equals),
            row.optionalText("generator").orElse(Entry.NOBODY),
            "human: MR-GSM8K annotators"));
  }

  static List<Entry> ben(Row row) throws Refused {
    String problem =
        row.text("Question") + row.optionalText("Options").map("\n"::concat).orElse("");
    List<String> steps = steps(row, "Model_Solution_Steps");
    String generator = row.optionalText("Sampled_Model").orElse(Entry.NOBODY);
    return List.of(
        new Entry(
            row.identifier("Question_UUID")
                .map(id -> id + "/" + generator)
                .orElseGet(() -> Entry.idOf(problem, steps)),
            new Derivation(problem, steps),
            truth(
                row, "Model_Solution_First_Error_Step", "Model_Solution_Correctness", steps.size()),
            Optional.empty(),
            generator,
            "human: MR-Ben expert annotators"));
  }

  private static List<String> steps(Row row, String name) throws Refused {
    List<String> steps = row.isArray(name) ? row.texts(name) : row.text(name).lines().toList();
    return Entry.withoutBlank(name, steps);
  }

  private static Truth truth(Row row, String name, String correctness, int steps) throws Refused {
    int number = number(row, name);
    Optional<String> said = row.optionalText(correctness);
    if (said.isPresent() && said.get().equals("correct") != (number == 0))
      throw new Refused(
          CONTRADICTION, "%s is %s, %s is %d".formatted(correctness, said.get(), name, number));
    if (number > steps)
      throw new Refused(OUT_OF_RANGE, "%s is %d of %d steps".formatted(name, number, steps));
    return Truth.ofFirstError(
        steps, number == 0 ? OptionalInt.empty() : OptionalInt.of(number - 1));
  }

  /** From 1; 0 for none, which is written N/A. */
  private static int number(Row row, String name) throws Refused {
    Optional<String> said = row.identifier(name);
    if (said.isEmpty() || said.get().equals("N/A")) return 0;
    if (NUMBER.matcher(said.get()).matches() && Integer.parseInt(said.get()) > 0)
      return Integer.parseInt(said.get());
    throw new Refused(OUT_OF_RANGE, name + " is a number from 1, or N/A, not " + said.get());
  }
}
