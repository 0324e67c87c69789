package dev.whetstone.api.trainer;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.databind.JsonNode;
import dev.whetstone.api.BadField;
import dev.whetstone.api.Problem;
import dev.whetstone.api.Require;
import dev.whetstone.api.ToolView;
import dev.whetstone.rollout.Episodes;
import dev.whetstone.rollout.Made;
import io.smallrye.common.annotation.Blocking;
import io.smallrye.common.annotation.RunOnVirtualThread;
import io.smallrye.mutiny.Multi;
import jakarta.inject.Singleton;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.sse.OutboundSseEvent;
import jakarta.ws.rs.sse.Sse;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestHeader;
import org.jboss.resteasy.reactive.RestPath;

/** The Open Reward Standard's sessions: each is an episode, known by its id. */
@Path("/ors")
@Tag(name = "trainers")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.WILDCARD)
@RunOnVirtualThread
public final class OrsApi {
  private static final String SESSION = "X-Session-ID";
  private static final Map<String, String> OK = Map.of("status", "ok");

  private final Sessions sessions;
  private final Episodes episodes;
  private final TrainerPaths paths;
  private final OrsCalls calls;
  private final String version;

  OrsApi(
      Sessions sessions,
      Episodes episodes,
      TrainerPaths paths,
      OrsCalls calls,
      @ConfigProperty(name = "quarkus.application.version") String version) {
    this.version = version;
    this.sessions = sessions;
    this.episodes = episodes;
    this.paths = paths;
    this.calls = calls;
  }

  /** Its own form of an error; an environment that is not is not found. */
  @Singleton
  static final class Form extends DetailForm {
    Form() {
      super("/ors");
    }

    @Override
    protected int status(Problem problem) {
      return problem.saysUnknownCurriculum() ? 404 : problem.status();
    }
  }

  /**
   * What a session is of: a listed task, or a task that was handed out.
   *
   * @param taskSpec a task as it was listed, or {@code {"task": "task:<id>@<version>"}}
   */
  @JsonIgnoreProperties(ignoreUnknown = true)
  @Schema(name = "OrsSession")
  public record Wanted(String envName, TaskSpec taskSpec, String split, Integer index) {}

  /** Fields of a trainer's own are let pass. */
  @JsonIgnoreProperties(ignoreUnknown = true)
  @Schema(name = "OrsTaskSpec")
  public record TaskSpec(String environment, String split, Integer index, String task) {}

  @Schema(name = "OrsSessionId")
  public record SessionId(String sid) {}

  @Schema(name = "OrsText")
  public record Block(String type, String text, JsonNode detail) {
    static Block of(String text) {
      return new Block("text", text, null);
    }
  }

  @Schema(name = "OrsMessage")
  public record Message(String role, List<Block> blocks, JsonNode detail) {}

  @GET
  @Path("/health")
  @Operation(summary = "Whether there is anybody, for ORS")
  public Map<String, String> health() {
    return OK;
  }

  @GET
  @Path("/version")
  @Operation(summary = "The version of this server, for ORS")
  public Map<String, String> version() {
    return Map.of("version", version);
  }

  @POST
  @Path("/create_session")
  @Blocking
  @Produces(MediaType.SERVER_SENT_EVENTS)
  @Operation(summary = "A new session's id, for ORS, as an event")
  public Multi<OutboundSseEvent> createSession(@Context Sse sse) {
    return Multi.createFrom()
        .items(
            OrsCalls.event(sse, "task_id", episodes.newId().toString()),
            OrsCalls.event(sse, "end", ""));
  }

  @POST
  @Path("/create")
  @Operation(summary = "Begin a session of a task, for ORS")
  public SessionId create(
      @RestHeader(SESSION) String session,
      @RestHeader("X-Deployment") String deployment,
      Wanted wanted) {
    UUID id = id(session);
    if (wanted == null) throw new BadField("body", "the body is empty", "name a task");
    if (episodes.isTaken(id) || episodes.open(id, made(deployment, wanted)).isEmpty())
      throw new BadField(SESSION, "Session already exists", "ask POST create_session for another");
    return new SessionId(session);
  }

  private Made made(String deployment, Wanted wanted) {
    TaskSpec spec = wanted.taskSpec();
    if (spec != null && spec.task() != null)
      return sessions.made(Require.task(spec.task()), Sessions.TASK);
    String named = wanted.envName() == null ? deployment : wanted.envName();
    if (spec == null) return made(paths.named(named), wanted.split(), wanted.index());
    String environment = spec.environment() == null ? paths.named(named) : spec.environment();
    return made(environment, spec.split(), spec.index());
  }

  private Made made(String environment, String split, Integer index) {
    if (split == null) throw new BadField("split", "split is missing", "name a split and an index");
    return sessions.made(sessions.task(environment, split, index));
  }

  @GET
  @Path("/{env}/prompt")
  @Operation(summary = "What the session's task asks, for ORS")
  public List<Block> prompt(@RestPath String env, @RestHeader(SESSION) String session) {
    return List.of(Block.of(sessions.known(id(session), env).question()));
  }

  @GET
  @Path("/{env}/messages")
  @Operation(summary = "What the session's task asks, as a conversation, for ORS")
  public List<Message> messages(@RestPath String env, @RestHeader(SESSION) String session) {
    return List.of(new Message("user", prompt(env, session), null));
  }

  @GET
  @Path("/{env}/task_tools")
  @Operation(summary = "What the session's player may call, for ORS")
  public OrsTasksApi.ToolViews taskTools(
      @RestPath String env, @RestHeader(SESSION) String session) {
    return new OrsTasksApi.ToolViews(ToolView.all(sessions.known(id(session), env).tools()));
  }

  @POST
  @Path("/{env}/call")
  @Blocking
  @Produces(MediaType.SERVER_SENT_EVENTS)
  @Operation(summary = "Call a tool, for ORS; what follows comes as events")
  public Multi<OutboundSseEvent> call(
      @Context Sse sse,
      @RestPath String env,
      @RestHeader(SESSION) String session,
      OrsCalls.Call call) {
    if (call == null) throw new BadField("name", "name is missing", "name a tool");
    return calls.answer(sse, sessions.known(id(session), env), call);
  }

  @POST
  @Path("/ping")
  @Operation(summary = "Keep a session alive, for ORS")
  public Map<String, String> ping(@RestHeader(SESSION) String session) {
    episodes.keep(id(session));
    return OK;
  }

  @POST
  @Path("/delete")
  @Operation(summary = "End a session, for ORS; one that is not over leaves no outcome")
  public SessionId delete(@RestHeader(SESSION) String session) {
    episodes.close(id(session));
    return new SessionId(session);
  }

  @POST
  @Path("/delete_session")
  @Operation(summary = "End a session, for ORS, whether or not it began")
  public SessionId deleteSession(@RestHeader(SESSION) String session) {
    return delete(session);
  }

  private static UUID id(String session) {
    if (session == null)
      throw new BadField(SESSION, "the header X-Session-ID is missing", "send the session's id");
    return Require.id(SESSION, session);
  }
}
