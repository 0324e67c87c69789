package dev.whetstone.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.JsonNode;
import dev.whetstone.reward.Reward;
import dev.whetstone.rollout.Result;
import dev.whetstone.rollout.RolloutLimits;
import dev.whetstone.rollout.TaskHandle;
import dev.whetstone.task.Check;
import dev.whetstone.verify.ExactVerifier;
import dev.whetstone.verify.ReferenceAnswer;
import dev.whetstone.verify.Verdict;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Scoring without a run, for people who bring their own data; nothing is stored. */
@Path("/api/v1/score")
@Tag(name = "score")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
public final class ScoreApi {
  private final Items items;
  private final RolloutLimits limits;

  ScoreApi(Items items, RolloutLimits limits) {
    this.items = items;
    this.limits = limits;
  }

  /** Items are read one by one: a bad one is refused alone. */
  @Schema(name = "ScoreBatch")
  public record Batch(@Schema(implementation = Item[].class) List<JsonNode> items) {}

  /**
   * @param prompt taken off the completion's front where it is repeated there; may be left out
   * @param reference the right answer: a number in any writing, or a text
   */
  @Schema(name = "ScoreItem")
  public record Item(String prompt, String reference, String completion) {}

  /** One score for each item, in the batch's order. */
  public record Scores(List<Score> results) {}

  /** What one item is worth, or why it has no score. */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  public record Score(
      String status,
      Double reward,
      Map<String, Double> components,
      Double errorProbability,
      String grade,
      String verifier,
      String formula,
      Problem problem) {
    static Score of(Verdict verdict) {
      return switch (verdict) {
        case Verdict.Unjudged(String reason) -> failed("unjudged", Problem.ours(503, reason, null));
        case Verdict.Judged judged -> of(judged, Reward.of(judged));
      };
    }

    private static Score of(Verdict.Judged judged, Reward reward) {
      return new Score(
          "rewarded",
          reward.value(),
          reward.components(),
          reward.errorProbability(),
          judged.grade().name(),
          judged.verifier(),
          reward.formula(),
          null);
    }

    static Score failed(String status, Problem problem) {
      return new Score(status, null, null, null, null, null, null, problem);
    }
  }

  @POST
  @Operation(summary = "Score completions against reference answers; nothing is stored")
  public Scores score(Batch batch) {
    List<JsonNode> nodes = Bodies.required(batch).items();
    Require.range("items", nodes == null ? null : nodes.size(), 0, limits.maxCandidates());
    List<Score> scores = new ArrayList<>();
    for (JsonNode node : nodes) scores.add(scoreOne(node));
    return new Scores(scores);
  }

  private Score scoreOne(JsonNode node) {
    try {
      return Score.of(verify(items.read(node, Item.class)));
    } catch (Items.Unreadable e) {
      return Score.failed("refused", e.problem());
    } catch (BadField e) {
      return Score.failed("refused", Problems.of(e));
    } catch (TooLong e) {
      return Score.failed("refused", ItemProblems.of(Result.Why.TOO_LONG));
    }
  }

  /** The completion is beyond the limit; the same problem as for a run's candidate. */
  private static final class TooLong extends RuntimeException {}

  private Verdict verify(Item item) {
    String completion = Require.anyText("completion", item.completion(), Integer.MAX_VALUE);
    if (completion.length() > limits.maxCompletion()) throw new TooLong();
    String said =
        item.prompt() != null && completion.startsWith(Text.storable(item.prompt()))
            ? completion.substring(item.prompt().length())
            : completion;
    return ExactVerifier.verify(check(item.reference()), said);
  }

  private static Check check(String reference) {
    if (reference != null && reference.startsWith(TaskHandle.SCHEME))
      throw new BadField(
          "reference", "this names a task of a run", "send it to that run's candidates");
    try {
      return ReferenceAnswer.check(
          Require.text("reference", reference, ReferenceAnswer.MAX_LENGTH));
    } catch (IllegalArgumentException e) {
      throw new BadField("reference", e.getMessage(), "give the right answer alone");
    }
  }
}
