package dev.whetstone.blackbox;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import dev.whetstone.task.Call;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Games are played in turns through every door that holds sessions. */
@ExtendWith(SharedServer.class)
class PlayIT {
  @AfterEach
  void nothingIsHarmed(Witness witness) {
    witness.isUnharmed();
  }

  @Test
  void callByCall(Door door) {
    DrivenRun run = DrivenRun.create(door, "games", 2);
    Play play = Play.of(new Ors(door, "/ors", "games"), run.task());
    JsonNode first = play.make(0);
    assertEquals(first, play.make(0), "the same call once more");
    JsonNode none = play.ors().call(play.session(), "no_such_tool", Map.of(), "x");
    assertFalse(none.path("ok").asBoolean(true), none::toString);
    for (int i = 1; i < play.calls().size() - 1; i++) play.make(i);
    play.win();
    play.win();
    isListed(door, play.ors().get("/task_tools", play.session()).expect(200));
    assertEquals(1, run.outcomes().size());
    run.agreeingAudit();
  }

  /** Every tool of a task is one of its environment's. */
  private static void isListed(Door door, JsonNode tools) {
    List<JsonNode> known = DrivenRun.list(door.get("/ors/games/tools").expect(200).path("tools"));
    for (JsonNode tool : tools.path("tools")) assertTrue(known.contains(tool), tool::toString);
  }

  @Test
  void messageByMessage(Door door) {
    DrivenRun run = DrivenRun.create(door, "games", 2);
    Handed task = run.task();
    List<Call> calls = Call.of(task.made().answer());
    try (Socket socket = Socket.open(door, "/openenv/games/ws")) {
      JsonNode first = socket.reset(Map.of("task", task.task()));
      assertTrue(first.at("/observation/tools").size() > 1, first::toString);
      for (Call call : calls.subList(0, calls.size() - 1)) {
        JsonNode said = socket.step("I think.\n" + call);
        assertTrue(said.path("reward").isNull(), said::toString);
        assertFalse(said.path("done").asBoolean(true), said::toString);
      }
      JsonNode last = socket.step(calls.getLast().toString());
      assertTrue(last.path("reward").asDouble() > 0, last::toString);
      assertTrue(last.path("done").asBoolean(), last::toString);
    }
    assertEquals(1, run.outcomes().size());
    run.agreeingAudit();
  }
}
