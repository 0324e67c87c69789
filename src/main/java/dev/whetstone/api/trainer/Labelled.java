package dev.whetstone.api.trainer;

import dev.whetstone.api.BadField;
import dev.whetstone.api.Require;
import dev.whetstone.api.Text;
import dev.whetstone.api.Unavailable;
import dev.whetstone.reward.Reward;
import dev.whetstone.rollout.Candidate;
import dev.whetstone.rollout.Candidates;
import dev.whetstone.rollout.Result;
import dev.whetstone.rollout.RolloutLimits;
import dev.whetstone.rollout.TaskHandle;
import dev.whetstone.task.Check;
import dev.whetstone.verify.ExactVerifier;
import dev.whetstone.verify.ReferenceAnswer;
import dev.whetstone.verify.Verdict;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;

/**
 * Scores what comes with a label: a task of ours ({@code task:<id>@<version>}), whose outcome is
 * saved and teaches the curriculum, or a plain reference answer, which leaves no trace.
 */
@ApplicationScoped
public class Labelled {
  private static final String LABEL = "label";

  private final Candidates candidates;
  private final Answered answered;
  private final RolloutLimits limits;

  Labelled(Candidates candidates, Answered answered, RolloutLimits limits) {
    this.candidates = candidates;
    this.answered = answered;
    this.limits = limits;
  }

  /**
   * A completion and its label.
   *
   * @param field where the label stands, as the trainer's protocol spells it
   * @param key names it, where the trainer says which rollout it is of
   */
  public record Sample(String completion, String label, String field, Optional<String> key) {
    public Sample(String completion, String label, String field) {
      this(completion, label, field, Optional.empty());
    }

    public Sample(String completion, String label, Optional<String> key) {
      this(completion, label, LABEL, key);
    }
  }

  /** A sample with its label read: a candidate for a task of ours, or else a check. */
  private record Read(String completion, Candidate candidate, Check check, String field) {}

  /**
   * One score each, in their order; every label is read before any sample is judged.
   *
   * @param request the one that asks, so that a retry can be told from another rollout
   * @param field where the samples stand, as the trainer's protocol spells it
   */
  public List<Earned> score(RoutingContext request, String field, List<Sample> samples) {
    if (samples.size() > limits.maxCandidates())
      throw new BadField(
          field,
          field + " has " + samples.size() + " samples",
          "send at most " + limits.maxCandidates());
    return score(request, samples);
  }

  /** As many as there are. */
  public List<Earned> score(RoutingContext request, List<Sample> samples) {
    Answered.Request asked = answered.begin(request);
    List<Read> reads = samples.stream().map(sample -> read(sample, asked)).toList();
    List<Candidate> ours =
        reads.stream().filter(r -> r.candidate != null).map(Read::candidate).toList();
    Iterator<Result> results = candidates.judgeAnywhere(ours).iterator();
    List<Earned> scores = new ArrayList<>();
    for (Read read : reads)
      scores.add(
          read.candidate != null ? Earned.of(results.next(), read.field) : byReference(read));
    return scores;
  }

  private static Read read(Sample sample, Answered.Request asked) {
    String text = Text.storable(sample.completion());
    if (!sample.label().startsWith(TaskHandle.SCHEME))
      return new Read(text, null, check(sample), sample.field());
    String key = sample.key().orElseGet(() -> asked.key(sample.label(), text));
    Candidate candidate = new Candidate(Require.task(sample.field(), sample.label()), text, key);
    return new Read(text, candidate, null, sample.field());
  }

  private static Check check(Sample sample) {
    try {
      return ReferenceAnswer.check(
          Require.text(sample.field(), sample.label(), ReferenceAnswer.MAX_LENGTH));
    } catch (IllegalArgumentException e) {
      throw new BadField(sample.field(), e.getMessage(), "give the right answer alone");
    }
  }

  private static Earned byReference(Read read) {
    return switch (ExactVerifier.verify(read.check, read.completion)) {
      case Verdict.Judged judged -> Earned.of(Reward.of(judged));
      case Verdict.Unjudged(String reason) -> throw new Unavailable(reason);
    };
  }
}
