package dev.whetstone.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.JsonNode;
import dev.whetstone.rollout.Episode;
import dev.whetstone.rollout.Episodes;
import dev.whetstone.rollout.RolloutLimits;
import dev.whetstone.rollout.Said;
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
import org.jboss.resteasy.reactive.RestHeader;
import org.jboss.resteasy.reactive.RestPath;

/** Tasks answered in turns. */
@Path("/api/v1/episodes/{episode}")
@Tag(name = "round")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
public final class EpisodesApi {
  private final Episodes episodes;
  private final RolloutLimits limits;

  EpisodesApi(Episodes episodes, RolloutLimits limits) {
    this.episodes = episodes;
    this.limits = limits;
  }

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
          ToolView.all(episode.tools()),
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

  @GET
  @Operation(summary = "Read an episode, which keeps it open")
  public View read(@RestPath String episode) {
    return View.of(episodes.known(Require.id("episode", episode)));
  }

  @POST
  @Path("/messages")
  @Operation(summary = "Send the player's next message, or a call of a tool")
  public Reply say(
      @RestPath String episode, @RestHeader("Idempotency-Key") String key, Message message) {
    UUID id = Require.id("episode", episode);
    Message body = Bodies.required(message);
    return Reply.of(episodes.say(id, text(id, body), Require.key(key)));
  }

  @POST
  @Path("/judge")
  @Consumes(MediaType.WILDCARD)
  @Operation(summary = "Judge an episode as it stands, for a player who writes no more")
  public CandidatesApi.ItemResult judge(@RestPath String episode) {
    return CandidatesApi.ItemResult.of(0, 0, episodes.judge(Require.id("episode", episode)));
  }

  private String text(UUID id, Message body) {
    if ((body.message() == null) == (body.tool() == null))
      throw new BadField("message", "neither or both of message and tool", "give one of them");
    return body.message() != null
        ? Require.anyText("message", body.message(), limits.maxCompletion())
        : Tools.message(episodes.known(id), body.tool(), body.arguments());
  }

  @DELETE
  @Operation(summary = "Close an episode; one that is not over leaves no outcome")
  public void close(@RestPath String episode) {
    episodes.close(Require.id("episode", episode));
  }
}
