package dev.whetstone.blackbox;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import dev.whetstone.blackbox.Listening.Heard;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** A run's live stream. */
@ExtendWith(SharedServer.class)
class EventsIT {
  private static final int GROUP = 4;

  @Test
  void whoListensHearsAllAndIsToldTheEnd(Door door) throws Exception {
    DrivenRun run = DrivenRun.create(door, "arithmetic", GROUP);
    solve(run, 1);
    try (Listening early = Listening.to(run)) {
      assertEquals(GROUP, early.atLeast(GROUP).size(), "what came before");
      solve(run, 2);
      early.atLeast(3 * GROUP);
      finish(run);
      List<Heard> heard = early.toTheEnd();
      assertEquals(numbers(run.outcomes()), outcomes(heard));
      assertEquals("finished", heard.getLast().type());
      assertEquals(run.id(), heard.getLast().event().path("run").asText());
    }
    try (Listening late = Listening.to(run)) {
      assertEquals(numbers(run.outcomes()), outcomes(late.toTheEnd()), "from the beginning");
    }
  }

  @Test
  void whoComesAgainGoesOnWhereItWas(Door door) throws Exception {
    DrivenRun run = DrivenRun.create(door, "arithmetic", GROUP);
    solve(run, 2);
    List<Heard> first;
    try (Listening listening = Listening.to(run)) {
      first = listening.atLeast(2 * GROUP);
    }
    solve(run, 1);
    finish(run);
    String last = first.get(GROUP).id();
    try (Listening again = Listening.to(run, "Last-Event-ID", last)) {
      List<Heard> heard = again.toTheEnd();
      assertEquals(
          numbers(run.outcomes()).subList(GROUP + 1, 3 * GROUP), outcomes(heard), "after " + last);
      assertEquals(
          204,
          Listening.ask(run, "Last-Event-ID", heard.getLast().id()).statusCode(),
          "there is no more to come for");
    }
  }

  @Test
  void theCurriculumsMovesAreHeard(Door door) throws Exception {
    DrivenRun run = DrivenRun.create(door, "arithmetic", GROUP);
    while (run.get("/curriculum").path("moves").isEmpty()) solve(run, 20);
    finish(run);
    try (Listening listening = Listening.to(run)) {
      List<JsonNode> heard =
          listening.toTheEnd().stream()
              .filter(h -> h.type().equals("move"))
              .map(h -> h.event().path("data"))
              .toList();
      List<JsonNode> moves = DrivenRun.list(run.get("/curriculum").path("moves")).reversed();
      assertEquals(reasons(moves), reasons(heard));
    }
  }

  private static List<String> reasons(List<JsonNode> moves) {
    return moves.stream().map(m -> m.path("lesson") + ": " + m.path("reason")).toList();
  }

  @Test
  void whatCannotBeHeardIsRefused(Door door) {
    String nobody = "/api/v1/runs/00000000-0000-0000-0000-000000000000/events";
    assertEquals("run", door.get(nobody).problem(404).path("field").asText());
    DrivenRun run = DrivenRun.create(door, "arithmetic", GROUP);
    for (String bad : List.of("x", "1", "-1-0", "1-2-3"))
      assertEquals(
          "after", door.get(run.path("/events?after=" + bad)).problem(400).path("field").asText());
  }

  private static void solve(DrivenRun run, int tasks) {
    List<Map<String, Object>> items = new ArrayList<>();
    for (Handed task : run.tasks(tasks)) {
      String[] texts = new String[GROUP];
      for (int i = 0; i < GROUP; i++) texts[i] = task.right("No. " + i);
      items.add(DrivenRun.group(task, texts));
    }
    for (JsonNode result : run.results(items))
      assertTrue(result.hasNonNull("outcome"), result::toString);
  }

  private static void finish(DrivenRun run) {
    run.door().post(run.path("/finish"), "").expect(200);
  }

  private static List<Long> numbers(List<JsonNode> outcomes) {
    return outcomes.stream().map(o -> o.path("id").asLong()).toList();
  }

  private static List<Long> outcomes(List<Heard> heard) {
    return heard.stream()
        .filter(h -> h.type().equals("outcome"))
        .map(h -> h.event().path("data").path("outcome").asLong())
        .toList();
  }
}
