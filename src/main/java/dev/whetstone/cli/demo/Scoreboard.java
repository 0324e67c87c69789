package dev.whetstone.cli.demo;

import com.fasterxml.jackson.databind.JsonNode;
import dev.whetstone.cli.client.KnownTask;
import dev.whetstone.task.Levels;
import dev.whetstone.task.TaskFamily;
import dev.whetstone.task.family.Families;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** All that is shown: what was counted here, and where the server says its curriculum stands. */
final class Scoreboard {
  private final Map<String, Standing> standings = new LinkedHashMap<>();
  private final long started = System.nanoTime();
  private long tasks;
  private long rewards;
  private long lessons;

  /**
   * @param curriculum as the server tells it, before the first task
   */
  Scoreboard(JsonNode curriculum) throws IOException {
    for (JsonNode reach : curriculum.path("reach")) {
      String family = reach.path("family").asText();
      standings.put(family, new Standing(family, levels(reach)));
    }
  }

  private static Levels levels(JsonNode reach) throws IOException {
    String name = reach.path("family").asText();
    TaskFamily family =
        Families.named(name)
            .orElseThrow(() -> new IOException("this program has no family " + name));
    return KnownTask.levels(family, reach.path("levels"));
  }

  void count(Attempt attempt, double[] paid) {
    tasks++;
    rewards += paid.length;
    standings.get(attempt.task().family()).count(paid);
  }

  /** Takes over what the server says. */
  Scoreboard seen(JsonNode curriculum) throws IOException {
    lessons = curriculum.path("lessons").asLong();
    Map<String, Double> shares = new HashMap<>();
    for (JsonNode choice : curriculum.path("choices"))
      shares.merge(
          choice.path("cell").path("family").asText(),
          choice.path("probability").asDouble(),
          Double::sum);
    for (JsonNode reach : curriculum.path("reach")) {
      String family = reach.path("family").asText();
      standings.get(family).at(levels(reach), shares.getOrDefault(family, 0.0));
    }
    return this;
  }

  List<String> families() {
    return List.copyOf(standings.keySet());
  }

  List<Standing> standings() {
    return new ArrayList<>(standings.values());
  }

  long tasks() {
    return tasks;
  }

  long rewards() {
    return rewards;
  }

  /** Groups that the curriculum has learned from. */
  long lessons() {
    return lessons;
  }

  double seconds() {
    return (System.nanoTime() - started) / 1e9;
  }

  double rewardsPerSecond() {
    return rewards / seconds();
  }

  /** Share of the groups whose rewards differed. */
  double usableShare() {
    long groups = standings.values().stream().mapToLong(Standing::groups).sum();
    long usable = standings.values().stream().mapToLong(Standing::usable).sum();
    return groups == 0 ? 0 : (double) usable / groups;
  }
}
