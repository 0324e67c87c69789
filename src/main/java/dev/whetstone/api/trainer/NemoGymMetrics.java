package dev.whetstone.api.trainer;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.whetstone.api.BadField;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * NeMo Gym's figures over verified rollouts: of each task and of all, under the names that its own
 * servers use. Masked rollouts are counted and left out.
 */
final class NemoGymMetrics {
  private static final String TASK = "_ng_task_index";
  private static final String ROLLOUT = "_ng_rollout_index";
  private static final double PERCENT = 100;

  /** Rollouts of a task for which pass@k is told. */
  private static final int MOST_K = 128;

  private static final int MOST_FIELDS = 200;

  private final Map<Long, List<JsonNode>> tasks = new TreeMap<>();
  private final Map<Long, Integer> masked = new TreeMap<>();

  private NemoGymMetrics() {}

  static ObjectNode of(JsonNode body) {
    JsonNode sent = body.path("verify_responses");
    if (!sent.isArray())
      throw new BadField("verify_responses", "there are none", "send a list of verified rollouts");
    NemoGymMetrics metrics = new NemoGymMetrics();
    for (JsonNode one : sent) metrics.add(one);
    return metrics.told();
  }

  private void add(JsonNode response) {
    long task = response.path(TASK).asLong(0);
    boolean left = response.path("mask_sample").asBoolean(false);
    masked.merge(task, left ? 1 : 0, Integer::sum);
    List<JsonNode> rollouts = tasks.computeIfAbsent(task, none -> new ArrayList<>());
    if (!left) rollouts.add(response);
  }

  private ObjectNode told() {
    ObjectNode told = JsonNodeFactory.instance.objectNode();
    var groups = told.putArray("group_level_metrics");
    tasks.forEach((task, rollouts) -> groups.add(group(task, rollouts)));
    ObjectNode agent = told.putObject("agent_metrics");
    ObjectNode key = told.putObject("key_metrics");
    if (tasks.isEmpty()) return told;
    all(agent);
    for (var metric : agent.properties())
      if (metric.getKey().startsWith("mean/")) key.set(metric.getKey(), metric.getValue());
    return told;
  }

  private ObjectNode group(long task, List<JsonNode> rollouts) {
    ObjectNode group = JsonNodeFactory.instance.objectNode();
    describe(group, rollouts);
    return group.put("rollouts", rollouts.size()).put("masked", masked.get(task)).put(TASK, task);
  }

  private void all(ObjectNode agent) {
    List<JsonNode> rollouts = tasks.values().stream().flatMap(List::stream).toList();
    describe(agent, rollouts);
    agent.put("rollouts", rollouts.size());
    agent.put("masked", masked.values().stream().mapToInt(Integer::intValue).sum());
    int most = tasks.values().stream().mapToInt(List::size).max().orElse(0);
    List<double[]> rewards = tasks.values().stream().map(list -> sorted(list, "reward")).toList();
    for (int k = 1; k <= Math.min(most, MOST_K); k++) {
      int of = k;
      double[] best =
          rewards.stream().filter(r -> r.length >= of).mapToDouble(r -> best(r, of)).toArray();
      put(agent, "pass@" + k + "/accuracy", PERCENT, best);
    }
    double[] means =
        rewards.stream().filter(r -> r.length > 0).mapToDouble(NemoGymMetrics::mean).toArray();
    if (means.length > 1) agent.put("std_err/reward", deviation(means) / Math.sqrt(means.length));
  }

  /** The tasks' mean, and its standard error, for which each task counts once. */
  private static void put(ObjectNode agent, String name, double unit, double[] values) {
    agent.put(name, unit * mean(values));
    if (values.length > 1)
      agent.put(name + "/std_err", unit * deviation(values) / Math.sqrt(values.length));
  }

  private static void describe(ObjectNode told, List<JsonNode> rollouts) {
    TreeSet<String> names = new TreeSet<>();
    for (JsonNode rollout : rollouts)
      for (var field : rollout.properties())
        if (field.getValue().isNumber() || field.getValue().isBoolean()) names.add(field.getKey());
    names.removeAll(List.of(TASK, ROLLOUT));
    if (names.size() > MOST_FIELDS)
      throw new BadField(
          "verify_responses",
          names.size() + " fields are numbers",
          "give at most " + MOST_FIELDS + " different ones");
    for (String name : names) describe(told, name, sorted(rollouts, name));
  }

  private static void describe(ObjectNode told, String name, double[] values) {
    if (values.length == 0) return;
    int half = values.length / 2;
    told.put("mean/" + name, mean(values))
        .put("max/" + name, values[values.length - 1])
        .put("min/" + name, values[0])
        .put(
            "median/" + name,
            values.length % 2 == 1 ? values[half] : (values[half - 1] + values[half]) / 2)
        .put("std/" + name, values.length == 1 ? 0 : deviation(values));
  }

  private static double[] sorted(List<JsonNode> rollouts, String name) {
    return rollouts.stream()
        .map(rollout -> rollout.path(name))
        .filter(value -> value.isNumber() || value.isBoolean())
        .mapToDouble(value -> value.isBoolean() ? (value.asBoolean() ? 1 : 0) : value.asDouble())
        .filter(Double::isFinite)
        .sorted()
        .toArray();
  }

  /** Expected best of k drawn without replacement, unbiased; of zeros and ones it is pass@k. */
  static double best(double[] sorted, int k) {
    double best = 0;
    double left = 1;
    for (int i = sorted.length; i >= k; i--) {
      best += left * k / i * sorted[i - 1];
      left *= 1 - (double) k / i;
    }
    return best;
  }

  private static double mean(double[] values) {
    return Arrays.stream(values).average().orElse(0);
  }

  private static double deviation(double[] values) {
    double mean = mean(values);
    double squares = Arrays.stream(values).map(value -> (value - mean) * (value - mean)).sum();
    return Math.sqrt(squares / (values.length - 1));
  }
}
