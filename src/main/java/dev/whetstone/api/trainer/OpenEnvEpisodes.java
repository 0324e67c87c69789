package dev.whetstone.api.trainer;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.whetstone.api.BadField;
import dev.whetstone.api.Require;
import dev.whetstone.api.ToolView;
import dev.whetstone.api.Tools;
import dev.whetstone.rollout.Environments;
import dev.whetstone.rollout.Episode;
import dev.whetstone.rollout.Episodes;
import dev.whetstone.rollout.Made;
import dev.whetstone.rollout.Said;
import dev.whetstone.rollout.TaskHandle;
import dev.whetstone.task.Tool;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** OpenEnv's reset, step and state, over whichever of its doors they come. */
@ApplicationScoped
class OpenEnvEpisodes {
  private static final JsonNodeFactory JSON = JsonNodeFactory.instance;
  private static final Set<String> ACTION = Set.of("answer", "metadata");
  private static final Set<String> CALL = Set.of("type", "tool_name", "arguments", "metadata");

  private final Environments environments;
  private final Sessions sessions;
  private final Episodes episodes;
  private final TrainerPaths paths;

  OpenEnvEpisodes(
      Environments environments, Sessions sessions, Episodes episodes, TrainerPaths paths) {
    this.environments = environments;
    this.sessions = sessions;
    this.episodes = episodes;
    this.paths = paths;
  }

  /**
   * What the player sees. Trainers drop an observation's own reward and done, and one with extras.
   *
   * @param reward null where the step earned none
   */
  @Schema(name = "OpenEnvObservation")
  record Observation(JsonNode observation, Double reward, boolean done) {}

  /** An episode that has begun, and what its player sees first. */
  record Begun(UUID episode, Observation first) {}

  /**
   * Begins an episode; arguments that mean nothing here are let pass.
   *
   * @param named the environment of the path
   */
  Begun reset(String named, JsonNode arguments) {
    Episode episode = episodes.open(made(named, arguments));
    ObjectNode seen = JSON.objectNode().put("question", episode.question());
    if (!episode.tools().equals(List.of(Episode.ANSWER))) seen.set("tools", tools(episode.tools()));
    seen.set("metadata", metadata(episode));
    return new Begun(episode.id(), new Observation(seen, null, false));
  }

  private Made made(String named, JsonNode arguments) {
    String task = arguments.path("task").asText();
    if (task.startsWith(TaskHandle.SCHEME)) return sessions.made(Require.task(task), Sessions.TASK);
    String environment = environment(named, arguments);
    String split = arguments.path("split").asText("train");
    Optional<Integer> index = index(arguments, sessions.size(environment, split));
    return index.isPresent()
        ? sessions.made(sessions.task(environment, split, index.get()))
        : sessions.made(environment, split);
  }

  private String environment(String named, JsonNode arguments) {
    for (String field : List.of("environment", "curriculum"))
      if (arguments.path(field).isTextual()) return paths.named(arguments.path(field).asText());
    return named;
  }

  /** A seed stands for an index, so that episodes of one seed share their task as a group does. */
  private static Optional<Integer> index(JsonNode arguments, int size) {
    JsonNode index = arguments.path("index");
    JsonNode seed = arguments.path("seed");
    if (index.canConvertToExactIntegral() && index.canConvertToInt())
      return Optional.of(index.asInt());
    if (!index.isMissingNode() && !index.isNull())
      throw new BadField("index", "index is no whole number", "give one from 0");
    return seed.canConvertToLong()
        ? Optional.of(Math.floorMod(seed.asLong(), size))
        : Optional.empty();
  }

  /**
   * Takes an action: an answer, or a message that holds calls, or a call of a tool.
   *
   * @param id the episode, if there is one yet
   * @throws BadField if it is none, or there is no episode to take it in
   */
  Observation step(String named, Optional<UUID> id, JsonNode action, Optional<String> key) {
    Optional<Episode> known = id.map(episodes::known);
    if (action.path("type").asText().equals("list_tools")) return listed(named, known);
    Episode episode =
        known.orElseThrow(
            () -> new BadField("episode_id", "there is no episode", "begin one by a reset"));
    return action.path("type").asText().equals("call_tool")
        ? called(episode, action, key)
        : said(episode, answer(action), key);
  }

  private Observation listed(String named, Optional<Episode> episode) {
    List<Tool> tools = episode.map(Episode::tools).orElseGet(() -> environments.tools(named));
    ObjectNode seen = JSON.objectNode();
    seen.set("tools", tools(tools));
    return new Observation(seen, null, episode.map(Episode::over).orElse(false));
  }

  private Observation called(Episode episode, JsonNode action, Optional<String> key) {
    requireOnly(CALL, action);
    String tool = Require.text("tool_name", action.path("tool_name").textValue(), Require.MAX_NAME);
    Observation said = said(episode, Tools.message(episode, tool, action.get("arguments")), key);
    ObjectNode seen = said.observation().deepCopy();
    seen.put("tool_name", tool).set("result", seen.remove("feedback"));
    return new Observation(seen.putNull("error"), said.reward(), said.done());
  }

  private static String answer(JsonNode action) {
    requireOnly(ACTION, action);
    JsonNode answer = action.path("answer");
    if (answer.isValueNode() && !answer.isNull())
      return Require.anyText("answer", answer.asText(), Integer.MAX_VALUE);
    throw new BadField("answer", "answer is no text", "give the action one field, answer");
  }

  private static void requireOnly(Set<String> known, JsonNode action) {
    action
        .fieldNames()
        .forEachRemaining(
            name -> {
              if (!known.contains(name))
                throw new BadField("action", "an action has no such field", "known: " + known);
            });
  }

  /** What comes after the end earns nothing more: trainers add up the rewards of all steps. */
  Observation said(Episode episode, String message, Optional<String> key) {
    Said said = episodes.say(episode.id(), message, key);
    Optional<Earned> earned = Earned.of(said, Sessions.TASK);
    ObjectNode seen = JSON.objectNode().put("feedback", said.turn().said());
    earned.ifPresent(e -> e.components().forEach(seen::put));
    seen.set("metadata", metadata(episode));
    Double reward = said.late() ? null : earned.map(Earned::reward).orElse(null);
    return new Observation(seen, reward, said.turn().over());
  }

  /** Hidden from the player by those who know the field. */
  private static ObjectNode metadata(Episode episode) {
    return JSON.objectNode()
        .put("episode_id", episode.id().toString())
        .put("task", episode.made().offer().handle().toString())
        .put("family", episode.made().offer().identity().family());
  }

  ObjectNode state(Optional<UUID> id) {
    Optional<Episode> episode = id.map(episodes::known);
    return JSON.objectNode()
        .put("episode_id", id.map(UUID::toString).orElse(null))
        .put("step_count", episode.map(e -> e.messages().size()).orElse(0));
  }

  private static JsonNode tools(List<Tool> tools) {
    var list = JSON.arrayNode();
    for (Tool tool : tools) list.add(ToolView.of(tool, "input_schema"));
    return list;
  }
}
