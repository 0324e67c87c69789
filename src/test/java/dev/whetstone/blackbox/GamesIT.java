package dev.whetstone.blackbox;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import dev.whetstone.task.Call;
import dev.whetstone.task.Task;
import dev.whetstone.task.Tool;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** The games, played in one completion and turn by turn. */
@ExtendWith(SharedServer.class)
class GamesIT {
  private static final int TASKS = 12;

  @Test
  void oneCompletionAndASessionArePaidTheSameAndAuditedAgain(Door door) {
    DrivenRun run = DrivenRun.create(door, "games", 3);
    Set<String> played = new HashSet<>();
    for (Handed task : run.tasks(TASKS)) {
      Task made = task.made();
      played.add(task.json().path("family").asText());
      assertEquals(1.0, worth(made, run.result(task, made.answer())));
      JsonNode session = session(run, task, made);
      assertEquals(1.0, worth(made, session.path("result")), session::toString);
      JsonNode detour = run.result(task, "wait()\n".repeat(9) + made.answer());
      assertEquals("RIGHT", detour.path("grade").asText());
      double economy = made.check().economy("wait()\n".repeat(9) + made.answer()).orElse(1);
      assertEquals(economy, worth(made, detour));
    }
    assertTrue(played.size() > 1, played::toString);
    assertEquals(3 * TASKS, run.agreeingAudit().path("outcomes").asInt());
  }

  /** What is paid, with all its parts told. */
  private static double worth(Task task, JsonNode result) {
    boolean counted = task.check().economy("").isPresent();
    Set<String> parts = new TreeSet<>(Set.of("correct", "readable"));
    if (counted) parts.add("economy");
    Set<String> told = new TreeSet<>();
    result.path("components").fieldNames().forEachRemaining(told::add);
    assertEquals(parts, told, result::toString);
    assertEquals(counted ? "economy@1" : "correctness@1", result.path("formula").asText());
    return result.path("reward").asDouble(-1);
  }

  /**
   * Every other call as a tool's, the others as text; each is answered, and the last one ends it.
   */
  private static JsonNode session(DrivenRun run, Handed task, Task made) {
    JsonNode opened = EpisodesIT.open(run, Map.of("task", task.task()));
    String episode = opened.path("episode").asText();
    List<Call> calls = Call.of(made.answer());
    JsonNode said = opened;
    for (int i = 0; i < calls.size(); i++) {
      assertFalse(said.path("over").asBoolean(), said::toString);
      Call call = calls.get(i);
      Map<String, ?> message =
          i % 2 == 0 ? asTool(made, call) : Map.of("message", "I go on.\n" + call);
      said = EpisodesIT.say(run.door(), episode, message);
      assertTrue(said.path("said").asText().startsWith(call.tool() + ": "), said::toString);
    }
    assertTrue(said.path("over").asBoolean(), said::toString);
    return said;
  }

  private static Map<String, ?> asTool(Task made, Call call) {
    Stream<Tool> tools = made.game().orElseThrow().tools().stream();
    Tool tool = tools.filter(t -> t.name().equals(call.tool())).findFirst().orElseThrow();
    Map<String, String> arguments = new LinkedHashMap<>();
    for (int i = 0; i < call.arguments().size(); i++)
      arguments.put(tool.parameters().get(i).name(), call.arguments().get(i));
    return Map.of("tool", call.tool(), "arguments", arguments);
  }
}
