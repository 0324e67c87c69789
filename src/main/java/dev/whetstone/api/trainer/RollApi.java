package dev.whetstone.api.trainer;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.databind.JsonNode;
import dev.whetstone.api.BadField;
import dev.whetstone.api.Bodies;
import dev.whetstone.api.ErrorForm;
import dev.whetstone.api.Problem;
import dev.whetstone.task.Hash;
import io.smallrye.common.annotation.RunOnVirtualThread;
import io.vertx.ext.web.RoutingContext;
import jakarta.inject.Singleton;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/**
 * ROLL's reward system, asked in two calls. The first judges; the id that it answers holds the
 * whole result, so that nothing is kept and no restart loses any.
 */
@Path("/roll")
@Tag(name = "trainers")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
public final class RollApi {
  private static final String TRUTH = "reward_info.ground_truth";

  private final Labelled labelled;
  private final Clock clock;

  RollApi(Labelled labelled, Clock clock) {
    this.labelled = labelled;
    this.clock = clock;
  }

  /** Its own form of an error: the client reads the code and logs the message of a 200 alone. */
  @Singleton
  static final class Form extends ErrorForm {
    Form() {
      super("/roll");
    }

    @Override
    protected int status(Problem problem) {
      return switch (problem.status()) {
        case 400, 422, 500, 503 -> 200;
        default -> problem.status();
      };
    }

    @Override
    protected Map<String, ?> body(Problem problem) {
      return Map.of("errcode", problem.status(), "errmsg", problem.sentence());
    }
  }

  /** What to judge; the other fields are not needed. */
  @JsonIgnoreProperties(ignoreUnknown = true)
  @Schema(name = "RollTask")
  public record Task(
      String projectId,
      String experimentId,
      JsonNode globalStep,
      JsonNode dataId,
      JsonNode rolloutId,
      String response,
      RewardInfo rewardInfo) {
    /** The same for the same rollout, however often it is sent; null where it has no ids. */
    String key() {
      if (dataId == null || rolloutId == null) return null;
      return Hash.of(
              Objects.toString(projectId, ""),
              Objects.toString(experimentId, ""),
              Objects.toString(globalStep, ""),
              dataId.toString(),
              rolloutId.toString(),
              response)
          .hex();
    }
  }

  /**
   * @param groundTruth a task of ours, or the right answer
   */
  @JsonIgnoreProperties(ignoreUnknown = true)
  @Schema(name = "RollRewardInfo")
  public record RewardInfo(JsonNode groundTruth) {}

  /** Where the result is to be asked for. */
  @Schema(name = "RollTaskId")
  public record Submitted(int errcode, String errmsg, String rewardRequestId) {}

  /** Which result is asked for. */
  @JsonIgnoreProperties(ignoreUnknown = true)
  @Schema(name = "RollQuestion")
  public record Asked(String rewardRequestId) {}

  @POST
  @Path("/submit")
  @Operation(summary = "Judge a rollout for ROLL")
  public Submitted submit(@Context RoutingContext request, Task task) {
    Instant start = clock.instant();
    Earned score = labelled.score(request, List.of(sample(task))).getFirst();
    return new Submitted(0, "", RollResult.of(score, start, clock.instant()).id());
  }

  @GET
  @Path("/result")
  @Operation(summary = "The result of a rollout that was submitted; its id comes in the body")
  public RollResult.Reply result(Asked asked) {
    return RollResult.read(Bodies.required(asked).rewardRequestId());
  }

  @POST
  @Path("/result")
  @Operation(summary = "The result of a rollout, for clients whose GET has no body")
  public RollResult.Reply postedResult(Asked asked) {
    return result(asked);
  }

  private static Labelled.Sample sample(Task task) {
    String response = Samples.required("response", Bodies.required(task).response());
    JsonNode truth = task.rewardInfo() == null ? null : task.rewardInfo().groundTruth();
    if (truth == null || !truth.isValueNode() || truth.isNull())
      throw new BadField(
          TRUTH,
          "there is nothing to judge by",
          "give a task of ours or the right answer; test cases are not run");
    return new Labelled.Sample(
        Samples.completion(response, null),
        Samples.label(TRUTH, truth.asText()),
        TRUTH,
        Optional.ofNullable(task.key()));
  }
}
