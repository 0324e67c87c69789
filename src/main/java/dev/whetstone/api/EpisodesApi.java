package dev.whetstone.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.JsonNode;
import dev.whetstone.rollout.Episode;
import dev.whetstone.rollout.Episodes;
import dev.whetstone.rollout.Made;
import dev.whetstone.rollout.RolloutLimits;
import dev.whetstone.rollout.Run;
import dev.whetstone.rollout.Runs;
import dev.whetstone.rollout.Said;
import dev.whetstone.rollout.Slots;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.ResponseStatus;
import org.jboss.resteasy.reactive.RestHeader;
import org.jboss.resteasy.reactive.RestPath;

/** Tasks answered in turns. */
@Path("/api/v1")
@Tag(name = "round")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
public final class EpisodesApi {
  private final Runs runs;
  private final Slots slots;
  private final Episodes episodes;
  private final RolloutLimits limits;

  EpisodesApi(Runs runs, Slots slots, Episodes episodes, RolloutLimits limits) {
    this.runs = runs;
    this.slots = slots;
    this.episodes = episodes;
    this.limits = limits;
  }

  /**
   * What the episode is of: a task that was handed out, or a numbered slot, whose task a whole
   * group shares, or neither, which is the next group's.
   */
  @Schema(name = "NewEpisode")
  public record NewEpisode(String task, Integer slot) {}

  /** A tool that the player may call. */
  @Schema(name = "EpisodeTool")
  public record ToolView(String name, String description, JsonNode inputSchema) {}

  /**
   * An episode as its player may see it.
   *
   * @param episode its id
   * @param task the handle of its task
   * @param messages how many were taken
   */
  @Schema(name = "Episode")
  public record View(
      UUID episode,
      String task,
      String question,
      List<ToolView> tools,
      int messages,
      boolean over) {
    static View of(Episode episode) {
      return new View(
          episode.id(),
          episode.made().offer().handle().toString(),
          episode.question(),
          episode.tools().stream()
              .map(tool -> new ToolView(tool.name(), tool.summary(), Tools.schema(tool)))
              .toList(),
          episode.messages().size(),
          episode.over());
    }
  }

  /** What the player wrote as text, or the tool that it called. */
  @Schema(name = "EpisodeMessage")
  public record Message(String message, String tool, JsonNode arguments) {}

  /**
   * What the player is told.
   *
   * @param result of the whole episode, once it is over
   */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  @Schema(name = "EpisodeReply")
  public record Reply(String said, boolean over, CandidatesApi.ItemResult result) {
    static Reply of(Said said) {
      return new Reply(
          said.turn().said(),
          said.turn().over(),
          said.result().map(result -> CandidatesApi.ItemResult.of(0, 0, result)).orElse(null));
    }
  }

  @POST
  @Path("/runs/{run}/episodes")
  @ResponseStatus(201)
  @Operation(summary = "Open an episode: one candidate, answered in turns")
  public View open(@RestPath String run, NewEpisode wanted) {
    Run known = runs.known(Require.id("run", run));
    NewEpisode body = Bodies.required(wanted);
    return View.of(body.task() == null ? ofSlot(known, body.slot()) : ofTask(known, body.task()));
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

  @GET
  @Path("/episodes/{episode}")
  @Operation(summary = "Read an episode, which keeps it open")
  public View read(@RestPath String episode) {
    return View.of(episodes.known(Require.id("episode", episode)));
  }

  @POST
  @Path("/episodes/{episode}/messages")
  @Operation(summary = "Send the player's next message, or a call of a tool")
  public Reply say(
      @RestPath String episode, @RestHeader("Idempotency-Key") String key, Message message) {
    UUID id = Require.id("episode", episode);
    Message body = Bodies.required(message);
    return Reply.of(episodes.say(id, text(id, body), Require.key(key)));
  }

  private String text(UUID id, Message body) {
    if ((body.message() == null) == (body.tool() == null))
      throw new BadField("message", "neither or both of message and tool", "give one of them");
    return body.message() != null
        ? Require.anyText("message", body.message(), limits.maxCompletion())
        : Tools.message(episodes.known(id), body.tool(), body.arguments());
  }

  @DELETE
  @Path("/episodes/{episode}")
  @Operation(summary = "Close an episode; one that is not over leaves no outcome")
  public void close(@RestPath String episode) {
    episodes.close(Require.id("episode", episode));
  }
}
