package dev.whetstone.blackbox;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import dev.whetstone.task.Task;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** The round of the README, and what holds of every round. */
@ExtendWith(SharedServer.class)
class RoundIT {
  private static final Set<String> PUBLIC =
      Set.of(
          "task",
          "question",
          "family",
          "version",
          "levels",
          "values",
          "index",
          "places",
          "probability");
  private static final String NO_ID = "00000000-0000-0000-0000-000000000000";

  @Test
  void groupsAndSingleCandidatesGetTheirRewards(Door door) {
    DrivenRun run = DrivenRun.create(door, "arithmetic", 4);
    List<Handed> tasks = run.tasks(2);
    Handed first = tasks.get(0);
    Handed second = tasks.get(1);

    List<JsonNode> results =
        run.results(
            List.of(
                DrivenRun.group(first, first.right("1"), first.unreadable("2")),
                DrivenRun.single(second, second.right("3"))));

    assertEquals(List.of(1.0, 0.0, 1.0), rewards(results));
    assertEquals(List.of("RIGHT", "UNREADABLE", "RIGHT"), texts(results, "grade"));
    assertEquals(List.of("0", "0", "1"), texts(results, "item"));
    assertEquals(List.of("0", "1", "0"), texts(results, "completion"));
    assertEquals(List.of("1", "2", "1"), texts(results, "place"));
    for (JsonNode result : results)
      for (String told : List.of("components", "error_probability", "verifier", "formula"))
        assertTrue(result.hasNonNull(told), () -> told + " is missing: " + result);
    run.agreeingAudit();
  }

  @Test
  void everyFamilyPaysForItsOwnAnswer(Door door) {
    DrivenRun run = DrivenRun.create(door, "default", 1);
    List<Handed> tasks = run.tasks(100);
    List<Map<String, Object>> items = new ArrayList<>();
    for (Handed task : tasks) items.add(DrivenRun.single(task, task.right("only")));

    List<JsonNode> results = run.results(items);

    for (int i = 0; i < tasks.size(); i++)
      assertEquals(
          1.0, results.get(i).path("reward").asDouble(-1), tasks.get(i) + " " + results.get(i));
    assertEquals(100, run.agreeingAudit().path("outcomes").asInt());
  }

  @Test
  void thePublicTaskHoldsNoPartOfTheTruth(Door door) {
    DrivenRun run = DrivenRun.create(door, "default", 4);
    for (Handed task : run.tasks(50)) {
      Task made = task.made();
      assertEquals(PUBLIC, names(task.json()));
      assertEquals(made.question(), task.question());
      String json = task.json().toString();
      assertFalse(json.contains(run.seed()), json);
      if (made.certificate().length() > 20) assertFalse(json.contains(made.certificate()), json);
    }
    assertFalse(run.get("").toString().contains(run.seed()), "the run tells its salt");
    assertFalse(run.get("/curriculum").toString().contains(run.seed()), "so does its curriculum");
  }

  @Test
  void everyChoiceHasItsProbability(Door door) {
    DrivenRun run = DrivenRun.create(door, "default", 4);
    for (Handed task : run.tasks(50)) {
      double probability = task.json().path("probability").asDouble();
      assertTrue(probability > 0 && probability <= 1, task::toString);
    }
    double sum = 0;
    for (JsonNode choice : run.get("/curriculum").path("choices")) {
      sum += choice.path("probability").asDouble();
      assertTrue(choice.path("reason").hasNonNull("score"), choice::toString);
    }
    assertEquals(1, sum, 1e-9);
  }

  @Test
  void whatIsWrongIsRefusedAlone(Door door) {
    DrivenRun run = DrivenRun.create(door, "default", 4);
    Handed task = run.task();
    String other = task.task().replaceFirst("@.*", "@other");
    Map<String, Object> nothing = new HashMap<>();
    nothing.put("task", task.task());

    List<JsonNode> results =
        run.results(
            List.of(
                DrivenRun.single(task, task.right("a")),
                Map.of("task", 5, "completion", "1"),
                Map.of("task", "task:" + NO_ID + "@1", "completion", "1"),
                Map.of("task", other, "completion", "1"),
                nothing,
                "no object",
                DrivenRun.single(task, "7".repeat(262_145)),
                DrivenRun.single(task, task.right("b"))));

    assertEquals(
        List.of(
            "rewarded",
            "refused",
            "refused",
            "refused",
            "refused",
            "refused",
            "refused",
            "rewarded"),
        texts(results, "status"));
    assertEquals(List.of(400, 404, 410, 400, 400, 413), problems(results.subList(1, 7)));
    assertEquals(2, run.outcomes().size());
    run.agreeingAudit();
  }

  @Test
  void theCurriculumFollowsTheRunAndGivesItsReasons(Door door) {
    DrivenRun run = DrivenRun.create(door, "arithmetic", 2);
    for (int round = 0; round < 6; round++) {
      List<Map<String, Object>> items = new ArrayList<>();
      for (Handed task : run.tasks(20))
        items.add(DrivenRun.group(task, task.right("1"), task.right("2")));
      run.results(items);
    }
    run.task();

    JsonNode state = run.get("/curriculum");

    assertEquals(120, state.path("lessons").asInt());
    assertEquals(0, state.path("waiting").asInt());
    assertEquals(3, state.path("reach").size());
    assertFalse(state.path("moves").isEmpty(), "all was right, and no level rose");
    for (JsonNode move : state.path("moves")) {
      assertEquals(1, move.path("to").asInt() - move.path("from").asInt(), move::toString);
      assertFalse(move.path("reason").asText().isBlank(), move::toString);
    }
    assertEquals(120, run.agreeingAudit().path("lessons").asInt());
  }

  @Test
  void scoringWithoutARunLeavesNoTrace(Door door) {
    JsonNode before = door.get("/api/v1/runs?size=1").expect(200);
    List<Map<String, Object>> items =
        List.of(
            Map.of("prompt", "2+2?", "reference", "4", "completion", "It is \\boxed{4}."),
            Map.of("reference", "4", "completion", "5"),
            Map.of("reference", "4", "completion", "I cannot say"),
            Map.of("completion", "5"));

    List<JsonNode> results =
        DrivenRun.list(
            door.post("/api/v1/score", Map.of("items", items)).expect(200).path("results"));

    assertEquals(
        List.of("RIGHT", "WRONG", "UNREADABLE", ""), texts(results, "grade"), results::toString);
    assertEquals(400, results.get(3).path("problem").path("status").asInt());
    assertEquals(before, door.get("/api/v1/runs?size=1").expect(200));
  }

  private static Set<String> names(JsonNode object) {
    Set<String> names = new TreeSet<>();
    object.fieldNames().forEachRemaining(names::add);
    return names;
  }

  private static List<Double> rewards(List<JsonNode> results) {
    return results.stream().map(result -> result.path("reward").asDouble(-1)).toList();
  }

  private static List<Integer> problems(List<JsonNode> results) {
    return results.stream().map(result -> result.path("problem").path("status").asInt()).toList();
  }

  private static List<String> texts(List<JsonNode> results, String field) {
    return results.stream().map(result -> result.path(field).asText()).toList();
  }
}
