package dev.whetstone.api.trainer;

import dev.whetstone.api.BadField;
import dev.whetstone.api.Require;
import dev.whetstone.api.Text;
import dev.whetstone.api.Unavailable;
import dev.whetstone.reward.Reward;
import dev.whetstone.rollout.Candidate;
import dev.whetstone.rollout.Candidates;
import dev.whetstone.rollout.Result;
import dev.whetstone.rollout.TaskHandle;
import dev.whetstone.task.Check;
import dev.whetstone.task.Hash;
import dev.whetstone.verify.ExactVerifier;
import dev.whetstone.verify.ReferenceAnswer;
import dev.whetstone.verify.Verdict;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Scores what comes with a label: a task of ours ({@code task:<id>@<version>}), whose outcome is
 * saved and teaches the curriculum, or a plain reference answer, which leaves no trace.
 */
@ApplicationScoped
public class Labelled {
  private final Candidates candidates;

  Labelled(Candidates candidates) {
    this.candidates = candidates;
  }

  /** A completion and its label. */
  public record Sample(String completion, String label) {}

  /**
   * What a sample earned.
   *
   * @param saved whether it counts for a run
   */
  public record Score(double reward, double readable, boolean saved) {}

  /** One score each, in their order. */
  public List<Score> score(List<Sample> samples) {
    Map<Integer, Candidate> ours = ours(samples);
    List<Result> results = candidates.judgeAnywhere(List.copyOf(ours.values()));
    Map<Integer, Score> scores = new HashMap<>();
    int next = 0;
    for (int index : ours.keySet()) scores.put(index, score(results.get(next++)));
    List<Score> all = new ArrayList<>();
    for (int i = 0; i < samples.size(); i++)
      all.add(scores.containsKey(i) ? scores.get(i) : byReference(samples.get(i)));
    return all;
  }

  /**
   * A retry sends the same text, so the text is the key; equal texts of one request are several.
   */
  private static Map<Integer, Candidate> ours(List<Sample> samples) {
    Map<Integer, Candidate> ours = new LinkedHashMap<>();
    Map<String, Integer> times = new HashMap<>();
    for (int i = 0; i < samples.size(); i++) {
      Sample sample = samples.get(i);
      if (!sample.label().startsWith(TaskHandle.SCHEME)) continue;
      String text = Text.storable(sample.completion());
      String hash = Hash.ofText(text).hex();
      int time = times.merge(sample.label() + hash, 1, Integer::sum);
      ours.put(i, new Candidate(handle(sample.label()), text, hash + " " + time));
    }
    return ours;
  }

  private static TaskHandle handle(String label) {
    try {
      return TaskHandle.parse(label);
    } catch (IllegalArgumentException e) {
      throw new BadField("label", e.getMessage(), "pass the label on as it was");
    }
  }

  /** These clients know no refusal: what comes too late for a place is worth the same. */
  private static Score score(Result result) {
    return switch (result) {
      case Result.Rewarded rewarded -> score(rewarded.reward(), true);
      case Result.Unjudged unjudged -> throw new Unavailable(unjudged.reason());
      case Result.Refused refused -> score(refused);
    };
  }

  private static Score score(Result.Refused refused) {
    if (refused.why() == Result.Why.TOO_LONG) return new Score(0, 0, false);
    return refused
        .worth()
        .map(reward -> score(reward, false))
        .orElseThrow(() -> new BadField("label", refused.why().detail(), refused.why().mend()));
  }

  private static Score byReference(Sample sample) {
    String reference = Require.text("label", sample.label(), ReferenceAnswer.MAX_LENGTH);
    Verdict verdict = ExactVerifier.verify(check(reference), Text.storable(sample.completion()));
    return switch (verdict) {
      case Verdict.Judged judged -> score(Reward.of(judged), false);
      case Verdict.Unjudged(String reason) -> throw new Unavailable(reason);
    };
  }

  private static Check check(String reference) {
    try {
      return ReferenceAnswer.check(reference);
    } catch (IllegalArgumentException e) {
      throw new BadField("label", e.getMessage(), "give the right answer alone");
    }
  }

  private static Score score(Reward reward, boolean saved) {
    double readable = Optional.ofNullable(reward.components().get("readable")).orElse(1.0);
    return new Score(reward.value(), readable, saved);
  }
}
