package dev.whetstone.api.trainer;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import dev.whetstone.api.BadField;
import dev.whetstone.api.Bodies;
import dev.whetstone.api.Require;
import dev.whetstone.api.ToolView;
import dev.whetstone.rollout.Episode;
import dev.whetstone.rollout.Said;
import dev.whetstone.rollout.Viewers;
import io.smallrye.common.annotation.RunOnVirtualThread;
import io.vertx.ext.web.RoutingContext;
import jakarta.inject.Singleton;
import jakarta.ws.rs.BadRequestException;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestResponse;

/** NeMo Gym's resources server, also in its gymnasium form. */
@Path("/nemo-gym/{environment}")
@Tag(name = "trainers")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
public final class NemoGymApi {
  private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

  private final NemoGym gym;
  private final NemoGymVerify verify;
  private final NemoGymMcp mcp;
  private final Viewers viewers;
  private final ObjectMapper mapper;

  NemoGymApi(
      NemoGym gym, NemoGymVerify verify, NemoGymMcp mcp, Viewers viewers, ObjectMapper mapper) {
    this.viewers = viewers;
    this.mcp = mcp;
    this.gym = gym;
    this.verify = verify;
    this.mapper = mapper;
  }

  /** Its own form of an error. */
  @Singleton
  static final class Form extends FastApiForm {
    Form() {
      super("/nemo-gym");
    }
  }

  @GET
  @Operation(summary = "Whether the server is there, for NeMo Gym")
  public ObjectNode alive(@RestPath String environment) {
    return JSON.objectNode().put("status", "ok");
  }

  @GET
  @Path("/reverify_mode")
  @Operation(summary = "Whether rollouts may be verified again, for NeMo Gym: they may")
  public JsonNode reverifyMode(@RestPath String environment) {
    return TextNode.valueOf("stateless");
  }

  @POST
  @Path("/seed_session")
  @Operation(summary = "Begin a rollout of a row, for NeMo Gym")
  public ObjectNode seedSession(
      @Context RoutingContext request, @RestPath String environment, JsonNode row) {
    Optional<Episode> episode = gym.seed(environment, new GymRollout(row));
    episode.map(GymSession::of).orElseGet(GymSession::ofNothing).tell(request);
    return episode.map(NemoGymApi::seeded).orElseGet(JSON::objectNode);
  }

  private static ObjectNode seeded(Episode episode) {
    return told(episode).set("mcp", NemoGymMcp.offer(episode));
  }

  private static ObjectNode told(Episode episode) {
    ObjectNode told =
        JSON.objectNode()
            .put("task", episode.made().offer().handle().toString())
            .put("question", episode.question());
    var tools = told.putArray("tools");
    for (var tool : episode.tools())
      tools.add(ToolView.of(tool, "parameters").put("type", "function"));
    return told;
  }

  @POST
  @Path("/verify")
  @Operation(summary = "What a rollout is worth, for NeMo Gym: the row as it came, and the reward")
  public byte[] verify(
      @Context RoutingContext request,
      @RestPath String environment,
      @RequestBody(content = @Content(schema = @Schema(implementation = Object.class)))
          byte[] body) {
    GymRollout rollout = new GymRollout(read(body));
    Optional<GymSession> session = GymSession.of(request);
    return verify.reply(viewers.lend(() -> gym.score(request, session, rollout))).to(body, mapper);
  }

  private JsonNode read(byte[] body) {
    try {
      return mapper.readTree(body);
    } catch (JsonProcessingException e) {
      throw new BadRequestException(e);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @POST
  @Path("/aggregate_metrics")
  @Operation(summary = "Figures over verified rollouts, for NeMo Gym")
  public ObjectNode aggregateMetrics(@RestPath String environment, JsonNode body) {
    if (body == null) throw new BadField("body", "the body is empty", "send verify_responses");
    return NemoGymMetrics.of(body);
  }

  @POST
  @Path("/close_session")
  @Operation(summary = "End a rollout before its time, for NeMo Gym")
  public ObjectNode closeSession(@Context RoutingContext request, @RestPath String environment) {
    GymSession.of(request).filter(GymSession::isEpisode).ifPresent(gym::close);
    return JSON.objectNode();
  }

  @POST
  @Path("/reset")
  @Operation(summary = "Begin an episode, for NeMo Gym's gymnasium agent")
  public ObjectNode reset(
      @Context RoutingContext request, @RestPath String environment, JsonNode row) {
    GymRollout rollout = new GymRollout(row);
    Episode episode = gym.open(environment, rollout);
    GymSession.of(episode).tell(request);
    ObjectNode reset =
        JSON.objectNode().put("observation", rollout.task().isEmpty() ? episode.question() : null);
    reset.set("info", told(episode).put("supports_step_idempotency", true));
    return reset;
  }

  @POST
  @Path("/step")
  @Operation(summary = "Take a response of the model, for NeMo Gym's gymnasium agent")
  public ObjectNode step(
      @Context RoutingContext request, @RestPath String environment, JsonNode body) {
    GymSession session = GymSession.required(request);
    GymRollout rollout = new GymRollout(body);
    String id = body.path("_ng_step_request_id").textValue();
    String key = id == null ? null : Require.text("_ng_step_request_id", id, Require.MAX_NAME);
    List<NemoGym.Step> steps = gym.step(session, rollout, key);
    if (!steps.isEmpty()) session.after(steps.getLast().said()).tell(request);
    return NemoGymStep.told(steps);
  }

  @POST
  @Path("/mcp")
  @Operation(summary = "List and call a rollout's tools by MCP, for NeMo Gym")
  public RestResponse<JsonNode> mcp(
      @Context RoutingContext request, @RestPath String environment, JsonNode message) {
    JsonNode sent = Bodies.required(message);
    boolean isNotification = sent.path("method").isTextual() && !sent.has("id");
    return isNotification ? RestResponse.accepted() : RestResponse.ok(mcp.answer(request, sent));
  }

  @POST
  @Path("/{tool}")
  @Produces(MediaType.TEXT_PLAIN)
  @Operation(summary = "Call a tool of the task, for NeMo Gym; the text is for the model")
  public RestResponse<String> call(
      @Context RoutingContext request,
      @RestPath String environment,
      @RestPath String tool,
      JsonNode arguments) {
    try {
      GymSession session = GymSession.required(request);
      Said said = gym.call(session, tool, arguments);
      session.after(said).tell(request);
      return RestResponse.ok(said.turn().said());
    } catch (BadField mistake) {
      return RestResponse.status(RestResponse.Status.BAD_REQUEST, mistake.sentence());
    }
  }
}
