package dev.whetstone.api.trainer;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.whetstone.api.BadField;
import dev.whetstone.api.Require;
import dev.whetstone.api.Text;
import dev.whetstone.rollout.trajectory.Sent;
import dev.whetstone.rollout.trajectory.TrajectoryLimits;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;

/** Reads Atropos' scored groups: their shape is looked at, and their content kept as it is. */
@ApplicationScoped
class AtroposGroups {
  /** What is answered while there is no group. */
  static final String NONE;

  private static final List<String> REQUIRED = List.of("tokens", "masks", "scores");
  private static final List<String> OPTIONAL =
      List.of(
          "advantages",
          "ref_logprobs",
          "messages",
          "generation_params",
          "inference_logprobs",
          "overrides",
          "group_overrides",
          "images",
          "env_id",
          "distill_token_ids",
          "distill_logprobs");

  static {
    ObjectNode none = JsonNodeFactory.instance.objectNode();
    for (String key : REQUIRED) none.putArray(key);
    for (String key : OPTIONAL.subList(0, 5)) none.putArray(key);
    none.putArray("images");
    NONE = none.toString();
  }

  private final TrajectoryLimits limits;

  AtroposGroups(TrajectoryLimits limits) {
    this.limits = limits;
  }

  List<Sent> readAll(List<JsonNode> sent) {
    List<Sent> all = new ArrayList<>();
    for (JsonNode one : sent) all.add(read("[" + all.size() + "].", one));
    return all;
  }

  private Sent read(String at, JsonNode sent) {
    try {
      return read(sent);
    } catch (BadField bad) {
      throw new BadField(at + bad.field(), bad.getMessage(), bad.mend());
    }
  }

  Sent read(JsonNode sent) {
    int sequences = Require.range("tokens", length(sent, "tokens"), 1, limits.maxSequences());
    for (String key : REQUIRED)
      if (length(sent, key) != sequences)
        throw new BadField(key, key + " has not the length of tokens", "give one a sequence");
    requireLists(sent.get("tokens"), "tokens");
    requireLists(sent.get("masks"), "masks");
    requireScores(sent.get("scores"));
    ObjectNode kept = JsonNodeFactory.instance.objectNode();
    for (String key : REQUIRED) kept.set(key, sent.get(key));
    for (String key : OPTIONAL) kept.set(key, sent.get(key));
    return new Sent(environment(sent.get("env_id")), sequences, Text.storable(kept.toString()));
  }

  private static int length(JsonNode sent, String key) {
    JsonNode list = sent.get(key);
    if (list == null || !list.isArray())
      throw new BadField(key, key + " is no list", "give a list with one entry a sequence");
    return list.size();
  }

  private static void requireLists(JsonNode list, String key) {
    for (JsonNode one : list) {
      if (!one.isArray())
        throw new BadField(key, key + " is no list of lists", "give one list a sequence");
      for (JsonNode number : one)
        if (!number.isIntegralNumber())
          throw new BadField(key, key + " holds what is no token id", "give whole numbers");
    }
  }

  private static void requireScores(JsonNode list) {
    for (JsonNode score : list)
      if (!score.isNumber() || !Double.isFinite(score.asDouble()))
        throw new BadField("scores", "a score is no finite number", "give one number a sequence");
  }

  private static Integer environment(JsonNode id) {
    if (id == null || id.isNull()) return null;
    if (id.isIntegralNumber() && id.canConvertToInt()) return id.intValue();
    throw new BadField("env_id", "env_id is no number", "give the one that was registered");
  }
}
