package dev.whetstone.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.JsonNode;
import dev.whetstone.reward.Reward;
import dev.whetstone.rollout.Candidate;
import dev.whetstone.rollout.Candidates;
import dev.whetstone.rollout.Result;
import dev.whetstone.rollout.RolloutLimits;
import dev.whetstone.rollout.Runs;
import dev.whetstone.rollout.TaskHandle;
import dev.whetstone.verify.StepVerdict;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestHeader;
import org.jboss.resteasy.reactive.RestPath;

/** Candidates in, rewards back. */
@Path("/api/v1/runs/{run}/candidates")
@Tag(name = "round")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
public final class CandidatesApi {
  private final Candidates candidates;
  private final Runs runs;
  private final Items items;
  private final RolloutLimits limits;

  CandidatesApi(Candidates candidates, Runs runs, Items items, RolloutLimits limits) {
    this.candidates = candidates;
    this.runs = runs;
    this.items = items;
    this.limits = limits;
  }

  /** Items are read one by one: a bad one is refused alone. */
  @Schema(name = "CandidateBatch")
  public record Batch(@Schema(implementation = Item[].class) List<JsonNode> candidates) {}

  /** One completion of a task, or a group of them. */
  @Schema(name = "CandidateItem")
  public record Item(String task, String completion, List<String> completions) {
    List<String> all() {
      if (completion != null && completions != null)
        throw new BadField("completions", "both completion and completions", "give one of them");
      if (completion == null && completions == null)
        throw new BadField("completion", "completion is missing", "give a text, or completions");
      if (completions != null && completions.isEmpty())
        throw new BadField("completions", "completions is empty", "give at least one text");
      return completion != null ? List.of(completion) : completions;
    }
  }

  /** One result for each completion, in the batch's order. */
  @Schema(name = "CandidateResults")
  public record Rewards(List<ItemResult> results) {}

  /**
   * What became of one completion.
   *
   * @param item its item in the batch, from 0
   * @param completion its place in the item's completions, from 0
   * @param status rewarded, unjudged (ours, send it again) or refused (the request's)
   * @param reward of a refused one, what it would have earned had it not come too late for a place
   * @param steps what the step verifier says of the steps, where the run asks for it
   * @param sound whether a right answer was come to by right steps, where they were read
   */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  public record ItemResult(
      int item,
      int completion,
      String status,
      Double reward,
      Map<String, Double> components,
      Double errorProbability,
      String grade,
      String verifier,
      StepVerdict steps,
      Boolean sound,
      String formula,
      Long outcome,
      Integer place,
      Boolean repeated,
      Problem problem) {
    static ItemResult of(int item, int completion, Result result) {
      return switch (result) {
        case Result.Rewarded r ->
            new ItemResult(
                item,
                completion,
                "rewarded",
                r.reward().value(),
                r.reward().components(),
                r.reward().errorProbability(),
                r.grade().name(),
                r.verifier(),
                r.steps().orElse(null),
                StepVerdict.sound(r.grade(), r.steps()).orElse(null),
                r.reward().formula(),
                r.outcome(),
                r.place(),
                r.repeated(),
                null);
        case Result.Unjudged u ->
            failed(
                item,
                completion,
                "unjudged",
                Optional.empty(),
                Problem.ours(503, u.reason(), null));
        case Result.Refused r ->
            failed(item, completion, "refused", r.worth(), ItemProblems.of(r.why()));
      };
    }

    static ItemResult refused(int item, int completion, Problem problem) {
      return failed(item, completion, "refused", Optional.empty(), problem);
    }

    private static ItemResult failed(
        int item, int completion, String status, Optional<Reward> worth, Problem problem) {
      return new ItemResult(
          item,
          completion,
          status,
          worth.map(Reward::value).orElse(null),
          worth.map(Reward::components).orElse(null),
          worth.map(Reward::errorProbability).orElse(null),
          null,
          null,
          null,
          null,
          null,
          null,
          null,
          null,
          problem);
    }
  }

  @POST
  @Operation(summary = "Send candidates; each gets its own result, and a bad one fails alone")
  public Rewards judge(
      @RestPath String run, @RestHeader("Idempotency-Key") String key, Batch batch) {
    UUID id = Require.id("run", run);
    Sorted sorted = sort(batch, key);
    List<Result> judged = candidates.judge(id, sorted.readable);
    if (judged.stream().allMatch(CandidatesApi::isOfNoTask)) runs.known(id);
    return new Rewards(sorted.merge(judged));
  }

  /** For tasks of any runs. */
  Rewards judgeAnywhere(String key, Batch batch) {
    Sorted sorted = sort(batch, key);
    return new Rewards(sorted.merge(candidates.judgeAnywhere(sorted.readable)));
  }

  /** Only where no task was found is it worth asking whether there is such a run at all. */
  private static boolean isOfNoTask(Result result) {
    return result instanceof Result.Refused refused && refused.why() == Result.Why.UNKNOWN_TASK;
  }

  private Sorted sort(Batch batch, String requestKey) {
    Optional<String> key = Require.key(requestKey);
    List<JsonNode> nodes = Bodies.required(batch).candidates();
    Require.range("candidates", nodes == null ? null : nodes.size(), 0, limits.maxCandidates());
    Sorted sorted = new Sorted();
    for (int item = 0; item < nodes.size(); item++) {
      try {
        sorted.add(item, items.read(nodes.get(item), Item.class), key);
      } catch (Items.Unreadable e) {
        sorted.refuse(item, e.problem());
      }
    }
    Require.range("candidates", sorted.slots.size(), 0, limits.maxCandidates());
    return sorted;
  }

  /** The batch's slots: refused at once, or waiting for a judgement. */
  private static final class Sorted {
    private record Slot(int item, int completion, Problem problem) {}

    private final List<Slot> slots = new ArrayList<>();
    private final List<Candidate> readable = new ArrayList<>();

    void refuse(int item, Problem problem) {
      slots.add(new Slot(item, 0, problem));
    }

    void add(int item, Item read, Optional<String> key) {
      try {
        TaskHandle task = Require.task(read.task());
        List<Candidate> all = candidates(item, task, read.all(), key);
        for (int i = 0; i < all.size(); i++) slots.add(new Slot(item, i, null));
        readable.addAll(all);
      } catch (BadField e) {
        refuse(item, Problems.of(e));
      }
    }

    List<ItemResult> merge(List<Result> judged) {
      List<ItemResult> results = new ArrayList<>();
      int next = 0;
      for (Slot slot : slots)
        results.add(
            slot.problem != null
                ? ItemResult.refused(slot.item, slot.completion, slot.problem)
                : ItemResult.of(slot.item, slot.completion, judged.get(next++)));
      return results;
    }

    private static List<Candidate> candidates(
        int item, TaskHandle task, List<String> completions, Optional<String> key) {
      List<Candidate> all = new ArrayList<>();
      for (int i = 0; i < completions.size(); i++) {
        String text = Require.anyText("completion", completions.get(i), Integer.MAX_VALUE);
        String itemKey = key.isEmpty() ? null : key.get() + " " + item + " " + i;
        all.add(new Candidate(task, text, itemKey));
      }
      return all;
    }
  }
}
