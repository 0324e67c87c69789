package dev.whetstone.api;

import dev.whetstone.rollout.Episode;
import dev.whetstone.rollout.Episodes;
import dev.whetstone.rollout.Made;
import dev.whetstone.rollout.Run;
import dev.whetstone.rollout.Runs;
import dev.whetstone.rollout.Slots;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.ResponseStatus;
import org.jboss.resteasy.reactive.RestPath;

/** A run's new episodes. */
@Path("/api/v1/runs/{run}/episodes")
@Tag(name = "round")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
public final class RunEpisodesApi {
  private final Runs runs;
  private final Slots slots;
  private final Episodes episodes;

  RunEpisodesApi(Runs runs, Slots slots, Episodes episodes) {
    this.runs = runs;
    this.slots = slots;
    this.episodes = episodes;
  }

  /**
   * What the episode is of: a task that was handed out, or a numbered slot, whose task a whole
   * group shares, or neither, which is the next group's.
   */
  @Schema(name = "NewEpisode")
  public record NewEpisode(String task, Integer slot) {}

  @POST
  @ResponseStatus(201)
  @Operation(summary = "Open an episode: one candidate, answered in turns")
  public EpisodesApi.View open(@RestPath String run, NewEpisode wanted) {
    Run known = runs.known(Require.id("run", run));
    NewEpisode body = Bodies.required(wanted);
    return EpisodesApi.View.of(
        body.task() == null ? ofSlot(known, body.slot()) : ofTask(known, body.task()));
  }

  private Episode ofSlot(Run run, Integer slot) {
    long number = slot == null ? Slots.ANY : Require.range("slot", slot, 0, Integer.MAX_VALUE);
    return episodes.open(slots.open(run, number));
  }

  private Episode ofTask(Run run, String task) {
    Made made =
        episodes
            .task(Require.task(task))
            .filter(known -> known.offer().run().equals(run.id()))
            .orElseThrow(
                () ->
                    new BadField(
                        "task", "this run was handed no such task", "name it as it was returned"));
    return episodes.open(made);
  }
}
