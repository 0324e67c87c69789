package dev.whetstone.api;

import dev.whetstone.rollout.Made;
import dev.whetstone.rollout.Offers;
import dev.whetstone.rollout.RolloutLimits;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestHeader;
import org.jboss.resteasy.reactive.RestPath;

/** Tasks out. */
@Path("/api/v1/runs/{run}/tasks")
@Tag(name = "round")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
public final class TasksApi {
  private final Offers offers;
  private final RolloutLimits limits;

  TasksApi(Offers offers, RolloutLimits limits) {
    this.offers = offers;
    this.limits = limits;
  }

  /** How many tasks are wanted. */
  public record Wanted(Integer count) {}

  /** The tasks chosen, in their order. */
  public record Handed(List<PublicTask> tasks) {}

  /**
   * A task as a model may see it: no part of the answer.
   *
   * @param task names it in candidates and as a trainer's label
   * @param index which task of the run
   * @param levels level of each control, from 0
   * @param values value of each control at its level
   * @param places candidates it takes
   * @param probability with which the curriculum chose its family and levels
   */
  public record PublicTask(
      String task,
      String question,
      String family,
      String version,
      Map<String, Integer> levels,
      Map<String, Integer> values,
      long index,
      int places,
      double probability) {
    static PublicTask of(Made made) {
      var identity = made.offer().identity();
      return new PublicTask(
          made.offer().handle().toString(),
          made.task().question(),
          identity.family(),
          identity.version(),
          identity.levels().asMap(),
          identity.levels().values(),
          identity.index(),
          made.offer().places(),
          made.offer().probability());
    }
  }

  @POST
  @Operation(summary = "Hand out fresh tasks, chosen by the run's curriculum")
  public Handed hand(
      @RestPath String run, @RestHeader("Idempotency-Key") String key, Wanted wanted) {
    int count = Require.range("count", Bodies.required(wanted).count(), 1, limits.maxTasks());
    List<Made> made = offers.hand(Require.id("run", run), count, Require.key(key));
    return new Handed(made.stream().map(PublicTask::of).toList());
  }
}
