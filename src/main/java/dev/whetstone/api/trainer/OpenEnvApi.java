package dev.whetstone.api.trainer;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.whetstone.api.BadField;
import dev.whetstone.api.Problem;
import dev.whetstone.api.Require;
import dev.whetstone.rollout.Environments;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.inject.Singleton;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;

/** OpenEnv over HTTP, where an episode is named by its id; its trainers rather take the socket. */
@Path("/openenv/{env}")
@Tag(name = "trainers")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.WILDCARD)
@RunOnVirtualThread
public final class OpenEnvApi {
  private static final int MAX_REQUEST_ID = 255;

  private final Environments environments;
  private final OpenEnvEpisodes episodes;
  private final OpenEnvMcp mcp;
  private final OpenEnvSchema schema;

  OpenEnvApi(
      Environments environments, OpenEnvEpisodes episodes, OpenEnvMcp mcp, OpenEnvSchema schema) {
    this.environments = environments;
    this.episodes = episodes;
    this.mcp = mcp;
    this.schema = schema;
  }

  /** Its own form of an error; an environment that is not is not found. */
  @Singleton
  static final class Form extends FastApiForm {
    Form() {
      super("/openenv");
    }

    @Override
    protected int status(Problem problem) {
      return problem.saysUnknownCurriculum() ? 404 : super.status(problem);
    }
  }

  @Schema(name = "OpenEnvMetadata")
  public record Metadata(
      String name,
      String description,
      String readmeContent,
      String version,
      String author,
      String documentationUrl) {}

  /** An action, and the episode that it is of. */
  @JsonIgnoreProperties(ignoreUnknown = true)
  @Schema(name = "OpenEnvStep")
  public record Step(JsonNode action, String episodeId, String requestId) {}

  @GET
  @Path("/health")
  @Operation(summary = "Whether there is anybody, for OpenEnv")
  public Map<String, String> health(@RestPath String env) {
    environments.splits(env);
    return Map.of("status", "healthy");
  }

  @GET
  @Path("/metadata")
  @Operation(summary = "What an environment is, for OpenEnv")
  public Metadata metadata(@RestPath String env) {
    environments.splits(env);
    return new Metadata(env, "Tasks that " + env + " chooses", null, schema.version(), null, null);
  }

  @GET
  @Path("/schema")
  @Operation(summary = "JSON schemas of action, observation and state, for OpenEnv")
  public JsonNode schema(@RestPath String env) {
    environments.splits(env);
    return schema.all();
  }

  @GET
  @Path("/state")
  @Operation(summary = "An episode's state, for OpenEnv")
  public JsonNode state(@RestPath String env, @RestQuery("episode_id") String episode) {
    return episodes.state(Optional.ofNullable(episode).map(id -> Require.id("episode_id", id)));
  }

  @POST
  @Path("/reset")
  @Operation(summary = "Begin an episode, for OpenEnv")
  public OpenEnvEpisodes.Observation reset(@RestPath String env, JsonNode arguments) {
    return episodes.reset(env, given(arguments)).first();
  }

  @POST
  @Path("/step")
  @Operation(summary = "Take an action in an episode, for OpenEnv")
  public OpenEnvEpisodes.Observation step(@RestPath String env, Step step) {
    if (step == null || step.action() == null || !step.action().isObject())
      throw new BadField("action", "action is missing", "give an object");
    Optional<UUID> episode =
        Optional.ofNullable(step.episodeId()).map(id -> Require.id("episode_id", id));
    return episodes.step(env, episode, step.action(), key(step.requestId()));
  }

  private static Optional<String> key(String requestId) {
    return Optional.ofNullable(requestId)
        .map(key -> Require.text("request_id", key, MAX_REQUEST_ID));
  }

  @POST
  @Path("/mcp")
  @Operation(summary = "List and call tools by JSON-RPC, for OpenEnv")
  public JsonNode mcp(@RestPath String env, JsonNode request) {
    return mcp.answer(env, given(request), Optional.empty());
  }

  private static JsonNode given(JsonNode body) {
    return body == null ? JsonNodeFactory.instance.objectNode() : body;
  }
}
