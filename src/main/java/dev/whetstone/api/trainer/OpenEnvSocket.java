package dev.whetstone.api.trainer;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.whetstone.api.BadField;
import dev.whetstone.api.Faults;
import dev.whetstone.curriculum.file.UnknownCurriculum;
import dev.whetstone.rollout.EpisodeLimits;
import dev.whetstone.rollout.Episodes;
import dev.whetstone.rollout.UnknownRun;
import io.quarkus.websockets.next.CloseReason;
import io.quarkus.websockets.next.OnBinaryMessage;
import io.quarkus.websockets.next.OnClose;
import io.quarkus.websockets.next.OnError;
import io.quarkus.websockets.next.OnOpen;
import io.quarkus.websockets.next.OnTextMessage;
import io.quarkus.websockets.next.UserData.TypedKey;
import io.quarkus.websockets.next.WebSocket;
import io.quarkus.websockets.next.WebSocketConnection;
import io.smallrye.common.annotation.RunOnVirtualThread;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;

/** OpenEnv's sessions: a socket plays one episode after another, each begun by a reset. */
@WebSocket(path = "/openenv/{environment}/ws")
public class OpenEnvSocket {
  private static final JsonNodeFactory JSON = JsonNodeFactory.instance;
  private static final String INVALID = "VALIDATION_ERROR";
  private static final int TOO_BIG = 1009;
  private static final Set<String> FIELDS = Set.of("type", "data");
  private static final TypedKey<String> EPISODE = TypedKey.forString("episode");
  private static final TypedKey<Boolean> COUNTED = TypedKey.forBoolean("counted");

  private final OpenEnvEpisodes openEnv;
  private final OpenEnvMcp mcp;
  private final Episodes episodes;
  private final EpisodeLimits limits;
  private final ObjectMapper json;
  private final AtomicInteger open = new AtomicInteger();

  OpenEnvSocket(
      OpenEnvEpisodes openEnv,
      OpenEnvMcp mcp,
      Episodes episodes,
      EpisodeLimits limits,
      ObjectMapper json) {
    this.openEnv = openEnv;
    this.mcp = mcp;
    this.episodes = episodes;
    this.limits = limits;
    this.json = json;
  }

  /** A message that is answered by an error. */
  private static final class Wrong extends Exception {
    private static final long serialVersionUID = 1;

    private final String code;

    Wrong(String code, String message) {
      super(message);
      this.code = code;
    }
  }

  @OnOpen
  @RunOnVirtualThread
  void open(WebSocketConnection connection) {
    int active = open.incrementAndGet();
    connection.userData().put(COUNTED, true);
    if (active <= limits.maxSockets()) return;
    ObjectNode error = error("CAPACITY_REACHED", "as many sessions are open as may be");
    ObjectNode data = (ObjectNode) error.get("data");
    data.put("active_sessions", limits.maxSockets()).put("max_sessions", limits.maxSockets());
    connection.sendTextAndAwait(error.toString());
    connection.closeAndAwait();
  }

  @OnClose
  @RunOnVirtualThread
  void close(WebSocketConnection connection) {
    if (connection.userData().remove(COUNTED) != null) open.decrementAndGet();
    leave(connection);
  }

  @OnTextMessage
  @RunOnVirtualThread
  String message(String text, WebSocketConnection connection) {
    try {
      return answer(text, connection).map(JsonNode::toString).orElse(null);
    } catch (Wrong wrong) {
      return error(wrong.code, wrong.getMessage()).toString();
    }
  }

  @OnBinaryMessage
  @RunOnVirtualThread
  void message(byte[] bytes, WebSocketConnection connection) {
    connection.sendTextAndAwait(error("INVALID_JSON", "send JSON as text, not bytes").toString());
  }

  /** Of a message beyond the limit nothing is kept, so none that follows can be trusted. */
  @OnError
  @RunOnVirtualThread
  void tooBig(IllegalStateException fault, WebSocketConnection connection) {
    connection.closeAndAwait(
        new CloseReason(TOO_BIG, "message beyond quarkus.websockets-next.server.max-message-size"));
  }

  /** Empty where the socket was closed. */
  private Optional<JsonNode> answer(String text, WebSocketConnection connection) throws Wrong {
    JsonNode message = parsed(text);
    String type = message.path("type").asText();
    JsonNode data = data(message);
    if (type.equals("close")) {
      connection.closeAndAwait();
      return Optional.empty();
    }
    return Optional.of(reply(answered(type, data, connection)));
  }

  private JsonNode parsed(String text) throws Wrong {
    try {
      return json.readTree(text);
    } catch (JsonProcessingException e) {
      throw new Wrong("INVALID_JSON", "Invalid JSON");
    }
  }

  private static JsonNode data(JsonNode message) throws Wrong {
    for (var names = message.fieldNames(); names.hasNext(); )
      if (!FIELDS.contains(names.next()))
        throw new Wrong(INVALID, "a message has type and data alone");
    JsonNode data = message.path("data");
    if (data.isObject()) return data;
    if (data.isMissingNode()) return JSON.objectNode();
    throw new Wrong(INVALID, "data is no object");
  }

  /** A reply's type and its data. */
  private record Reply(String type, JsonNode data) {}

  private Reply answered(String type, JsonNode data, WebSocketConnection connection) throws Wrong {
    try {
      return switch (type) {
        case "reset" -> observation(reset(data, connection));
        case "step" -> observation(step(data, connection));
        case "state" -> new Reply("state", openEnv.state(episode(connection)));
        case "mcp" ->
            new Reply("mcp", mcp.answer(environment(connection), data, episode(connection)));
        default -> throw new Wrong("UNKNOWN_TYPE", "Unknown message type");
      };
    } catch (RuntimeException fault) {
      throw new Wrong(code(fault), Faults.sentence(fault));
    }
  }

  private static String code(RuntimeException fault) {
    return switch (fault) {
      case BadField _ -> INVALID;
      case UnknownCurriculum _, UnknownRun _ -> "FACTORY_ERROR";
      default -> "EXECUTION_ERROR";
    };
  }

  private Reply observation(OpenEnvEpisodes.Observation observation) {
    return new Reply("observation", json.valueToTree(observation));
  }

  /** The episode that was left is closed: nothing more can be said in it. */
  private OpenEnvEpisodes.Observation reset(JsonNode data, WebSocketConnection connection) {
    leave(connection);
    OpenEnvEpisodes.Begun begun = openEnv.reset(environment(connection), data);
    connection.userData().put(EPISODE, begun.episode().toString());
    return begun.first();
  }

  private void leave(WebSocketConnection connection) {
    episode(connection).ifPresent(episodes::close);
    connection.userData().remove(EPISODE);
  }

  private OpenEnvEpisodes.Observation step(JsonNode data, WebSocketConnection connection) {
    return openEnv.step(environment(connection), episode(connection), data, Optional.empty());
  }

  private static Optional<UUID> episode(WebSocketConnection connection) {
    return Optional.ofNullable(connection.userData().get(EPISODE)).map(UUID::fromString);
  }

  private static String environment(WebSocketConnection connection) {
    return connection.pathParam("environment");
  }

  private static JsonNode reply(Reply reply) {
    return JSON.objectNode().put("type", reply.type()).set("data", reply.data());
  }

  private static ObjectNode error(String code, String message) {
    ObjectNode error = JSON.objectNode().put("type", "error");
    error.putObject("data").put("message", message).put("code", code);
    return error;
  }
}
