package dev.whetstone.api.trainer;

import com.fasterxml.jackson.databind.JsonNode;
import dev.whetstone.api.BadField;
import dev.whetstone.api.Require;
import dev.whetstone.api.Text;
import dev.whetstone.api.Unavailable;
import dev.whetstone.reward.Reward;
import dev.whetstone.rollout.RolloutLimits;
import dev.whetstone.rollout.experiment.Dataset;
import dev.whetstone.rollout.experiment.Experiment;
import dev.whetstone.rollout.experiment.ExperimentLimits;
import dev.whetstone.rollout.experiment.Experiments;
import dev.whetstone.task.Task;
import dev.whetstone.verify.ExactVerifier;
import dev.whetstone.verify.Verdict;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.LongStream;

/** The questions of an experiment, and what answers to them are worth. */
@ApplicationScoped
class ReasoningGymEntries {
  private static final Pattern ID = Pattern.compile("(\\d{1,9})\\.(\\d{1,18})");

  private final Experiments experiments;
  private final ExperimentLimits limits;
  private final RolloutLimits rollout;

  ReasoningGymEntries(Experiments experiments, ExperimentLimits limits, RolloutLimits rollout) {
    this.experiments = experiments;
    this.limits = limits;
    this.rollout = rollout;
  }

  /** An answer to the entry of this index, as it was in that version. */
  private record Answer(String field, String entry, int version, long index, String text) {
    static Answer of(String field, JsonNode sent) {
      JsonNode entry = sent.isArray() ? sent.path(0) : sent.path("entry_id");
      JsonNode text = sent.isArray() ? sent.path(1) : sent.path("answer");
      Matcher id = ID.matcher(entry.isTextual() ? entry.textValue() : "");
      if (!id.matches())
        throw new BadField(
            field + ".entry_id", "this entry_id is not usable", "give it as the batch did");
      if (!text.isTextual() && !text.isNull())
        throw new BadField(field + ".answer", "this answer is no text", "give a text, or null");
      return new Answer(
          field,
          entry.textValue(),
          Integer.parseInt(id.group(1)),
          Long.parseLong(id.group(2)),
          text.isNull() ? "" : Text.storable(text.textValue()));
    }
  }

  List<ReasoningGymApi.Entry> batch(Experiment experiment, String baseIndex, String batchSize) {
    long base = Require.number("base_index", baseIndex, 0, Integer.MAX_VALUE);
    long size = Require.number("batch_size", batchSize, 1, limits.maxBatch());
    return LongStream.range(base, base + size).mapToObj(i -> entry(experiment, i)).toList();
  }

  private static ReasoningGymApi.Entry entry(Experiment experiment, long index) {
    Dataset dataset = experiment.at(index);
    String id = dataset.version() + "." + index;
    return new ReasoningGymApi.Entry(
        task(dataset, index, "base_index").question(),
        id,
        Map.of(
            "source_dataset",
            dataset.name(),
            "source_index",
            index,
            "difficulty",
            dataset.levels(index).values(),
            "version_id",
            dataset.version(),
            "entry_id",
            id));
  }

  ReasoningGymApi.Scores score(Experiment experiment, List<JsonNode> sent) {
    if (sent == null) throw new BadField("answers", "answers is missing", "give a list");
    Require.range("answers", sent.size(), 0, limits.maxBatch());
    List<Answer> answers = new ArrayList<>();
    for (JsonNode one : sent) answers.add(Answer.of(Samples.at("answers", answers.size()), one));
    Map<Integer, Dataset> versions =
        experiments.versions(
            experiment, answers.stream().map(Answer::version).collect(Collectors.toSet()));
    return new ReasoningGymApi.Scores(
        answers.stream().map(answer -> score(answer, versions)).toList(),
        answers.stream().map(Answer::entry).toList());
  }

  private double score(Answer answer, Map<Integer, Dataset> versions) {
    Dataset dataset = versions.get(answer.version());
    if (dataset == null)
      throw new BadField(
          answer.field() + ".entry_id",
          answer.entry() + " is of no version kept here",
          "ask for a new batch");
    if (answer.text().length() > rollout.maxCompletion()) return 0;
    return switch (ExactVerifier.verify(task(dataset, answer).check(), answer.text())) {
      case Verdict.Judged judged -> Reward.of(judged).value();
      case Verdict.Unjudged(String reason) -> throw new Unavailable(reason);
    };
  }

  private static Task task(Dataset dataset, Answer answer) {
    return task(dataset, answer.index(), answer.field() + ".entry_id");
  }

  private static Task task(Dataset dataset, long index, String field) {
    try {
      return dataset.task(index);
    } catch (Dataset.OutOfDate e) {
      throw new BadField(
          field, e.getMessage(), "update its config, be it with the same, and ask again");
    }
  }
}
