package dev.whetstone.blackbox;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import dev.whetstone.task.Call;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A game that is won in a session of the Open Reward Standard, call by call. */
record Play(Ors ors, String session, List<Call> calls) {
  static Play of(Ors ors, Handed task) {
    String session = ors.newSession();
    ors.create(session, Map.of("task_spec", Map.of("task", task.task()))).expect(200);
    List<Call> calls = Call.of(task.made().answer());
    assertTrue(calls.size() > 1, () -> calls + " is no game of turns");
    return new Play(ors, session, calls);
  }

  /** Makes a call that does not end it. */
  JsonNode make(int number) {
    JsonNode said = call(number);
    assertTrue(said.path("ok").asBoolean(), said::toString);
    assertFalse(said.at("/output/finished").asBoolean(true), said::toString);
    for (String none : List.of("reward", "metadata"))
      assertTrue(said.path("output").path(none).isNull(), said::toString);
    return said;
  }

  void win() {
    JsonNode said = call(calls.size() - 1);
    assertTrue(said.at("/output/finished").asBoolean(), said::toString);
    assertTrue(said.at("/output/reward").asDouble() > 0, said::toString);
    assertEquals(1.0, said.at("/output/metadata/components/correct").asDouble(), said::toString);
  }

  private JsonNode call(int number) {
    Call call = calls.get(number);
    return ors.call(session, call.tool(), arguments(call), "call-" + number);
  }

  private Map<String, String> arguments(Call call) {
    Map<String, String> arguments = new LinkedHashMap<>();
    for (JsonNode tool : ors.get("/task_tools", session).expect(200).path("tools"))
      if (tool.path("name").asText().equals(call.tool()))
        tool.at("/input_schema/required")
            .forEach(n -> arguments.put(n.asText(), call.arguments().get(arguments.size())));
    return arguments;
  }
}
