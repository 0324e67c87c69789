package dev.whetstone.benchmark.label;

import static dev.whetstone.benchmark.label.Refusal.Reason.OUT_OF_RANGE;

import dev.whetstone.benchmark.label.Refusal.Refused;
import dev.whetstone.model.Derivation;
import dev.whetstone.task.Hash;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** PRM800K (Lightman et al. 2023, Let's Verify Step by Step): each label is of one step. */
final class Prm800k {
  private static final String GENERATOR = "GPT-4 (PRM800K)";
  private static final String LABELLERS = "human: OpenAI PRM800K";

  private Prm800k() {}

  /** As published: the text chosen for each step goes before the completions of the next one. */
  static List<Entry> solution(Row row) throws Refused {
    String problem = row.object("question").text("problem");
    String id =
        Hash.of(problem, said(row, "labeler"), said(row, "timestamp")).hex().substring(0, 16);
    List<Entry> entries = new ArrayList<>();
    List<String> prefix = new ArrayList<>();
    for (Row step : row.object("label").objects("steps")) {
      entries.addAll(completions(id, problem, prefix, step.objects("completions")));
      Optional<String> chosen = chosen(step);
      if (chosen.isEmpty()) break;
      prefix.add(chosen.get());
    }
    return entries;
  }

  /** One step after those before it. */
  static List<Entry> step(Row row) throws Refused {
    String problem = row.text("problem");
    List<String> steps = new ArrayList<>(row.texts("prefix"));
    steps.add(row.text("step"));
    String id = row.identifier("id").orElseGet(() -> Entry.idOf(problem, steps));
    String labellers = row.optionalText("label_source").orElse(LABELLERS);
    return List.of(entry(id, problem, steps, rating(row), labellers));
  }

  private static String said(Row row, String name) throws Refused {
    return row.optionalText(name).orElse("");
  }

  /** Those without a rating were never judged. */
  private static List<Entry> completions(
      String id, String problem, List<String> prefix, List<Row> completions) throws Refused {
    List<Entry> entries = new ArrayList<>();
    for (int i = 0; i < completions.size(); i++) {
      if (!completions.get(i).has("rating")) continue;
      List<String> steps = new ArrayList<>(prefix);
      steps.add(completions.get(i).text("text"));
      String place = "%s/%d/%d".formatted(id, prefix.size(), i);
      entries.add(entry(place, problem, steps, rating(completions.get(i)), LABELLERS));
    }
    return entries;
  }

  private static Entry entry(
      String id, String problem, List<String> steps, StepLabel label, String labellers)
      throws Refused {
    Entry.requireNoneBlank(steps);
    return new Entry(
        id,
        new Derivation(problem, steps),
        Truth.ofLastStep(steps.size(), label),
        Optional.empty(),
        GENERATOR,
        labellers);
  }

  /** What the labeller wrote instead, where no completion was chosen; nothing where all ends. */
  private static Optional<String> chosen(Row step) throws Refused {
    if (!step.has("chosen_completion"))
      return step.has("human_completion")
          ? Optional.of(step.object("human_completion").text("text"))
          : Optional.empty();
    int chosen = step.integer("chosen_completion");
    List<Row> completions = step.objects("completions");
    if (chosen < 0 || chosen >= completions.size())
      throw new Refused(
          OUT_OF_RANGE,
          "chosen_completion is %d of %d completions".formatted(chosen, completions.size()));
    return Optional.of(completions.get(chosen).text("text"));
  }

  private static StepLabel rating(Row row) throws Refused {
    int rating = row.integer("rating");
    return StepLabel.ofRating(rating)
        .orElseThrow(() -> new Refused(OUT_OF_RANGE, "rating is -1, 0 or 1, not " + rating));
  }
}
