package dev.whetstone.blackbox;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A bad item is refused alone; a candidate that cannot be read is no bad item. */
@ExtendWith(SharedServer.class)
class BadItemIT {
  private static final int MAX_COMPLETION = 262_144;
  private static final String NO_TASK = "task:00000000-0000-0000-0000-000000000000@1";

  /** One item of a batch, and how it is to be refused. */
  record BadItem(String name, String json, int status, String field) {
    @Override
    public String toString() {
      return name;
    }
  }

  @AfterEach
  void nothingIsHarmed(Witness witness) {
    witness.isUnharmed();
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("items")
  void isRefusedBetweenTwoGoodOnes(BadItem bad, Door door, Witness witness) {
    DrivenRun run = DrivenRun.create(door, "arithmetic", 2);
    Handed task = run.task();
    String good = Door.json(DrivenRun.single(task, task.right("1")));
    String body = "{\"candidates\":[" + good + "," + witness.fill(bad.json) + "," + good + "]}";

    List<JsonNode> results =
        DrivenRun.list(door.post(run.path("/candidates"), body).expect(200).path("results"));

    assertEquals(1.0, results.getFirst().path("reward").asDouble());
    assertEquals(1.0, results.getLast().path("reward").asDouble());
    assertAll(bad.name, () -> isRefused(bad, results.get(1)));
    assertEquals(2, run.outcomes().size());
  }

  private static void isRefused(BadItem bad, JsonNode result) {
    assertEquals("refused", result.path("status").asText(), result::toString);
    assertEquals(1, result.path("item").asInt(), result::toString);
    assertFalse(result.has("reward"), result::toString);
    JsonNode problem = result.path("problem");
    assertEquals(bad.status, problem.path("status").asInt(), result::toString);
    assertEquals(bad.field, problem.path("field").asText(), result::toString);
    assertFalse(problem.path("mend").asText().isBlank(), result::toString);
  }

  static Stream<BadItem> items() {
    String known = "\"task\":\"{task}\"";
    return Stream.of(
        new BadItem("null", "null", 400, "item"),
        new BadItem("a text", "\"x\"", 400, "item"),
        new BadItem("a list", "[]", 400, "item"),
        new BadItem("an empty object", "{}", 400, "task"),
        new BadItem("no task", "{\"completion\":\"1\"}", 400, "task"),
        new BadItem("number for a task", "{\"task\":5,\"completion\":\"1\"}", 400, "task"),
        new BadItem("no handle", item("\"task:1\"", "\"1\""), 400, "task"),
        new BadItem("the id alone", item("\"" + NO_TASK.substring(5) + "\"", "\"1\""), 400, "task"),
        new BadItem("blank task", item("\" \"", "\"1\""), 400, "task"),
        new BadItem(
            "a task of 100 KB", item("\"" + "t".repeat(100_000) + "\"", "\"1\""), 400, "task"),
        new BadItem("unknown task", item("\"" + NO_TASK + "\"", "\"1\""), 404, "task"),
        new BadItem("another run's task", item("\"{task}\"", "\"1\""), 404, "task"),
        new BadItem("no completion", "{" + known + "}", 400, "completion"),
        new BadItem("null completion", item("\"{task}\"", "null"), 400, "completion"),
        new BadItem("number for a completion", item("\"{task}\"", "1"), 400, "completion"),
        new BadItem("list for a completion", item("\"{task}\"", "[\"1\"]"), 400, "completion"),
        new BadItem(
            "text for completions", "{" + known + ",\"completions\":\"1\"}", 400, "completions"),
        new BadItem(
            "numbers for completions",
            "{" + known + ",\"completions\":[1]}",
            400,
            "completions[0]"),
        new BadItem(
            "null among completions",
            "{" + known + ",\"completions\":[\"1\",null]}",
            400,
            "completion"),
        new BadItem(
            "both", "{" + known + ",\"completion\":\"1\",\"completions\":[]}", 400, "completions"),
        new BadItem("unknown field", "{" + known + ",\"completion\":\"1\",\"x\":1}", 400, "x"));
  }

  private static String item(String task, String completion) {
    return "{\"task\":" + task + ",\"completion\":" + completion + "}";
  }

  @Test
  void moreCandidatesThanPlacesAreRefusedOneByOne(Door door) {
    DrivenRun run = DrivenRun.create(door, "arithmetic", 2);
    Handed task = run.task();

    List<JsonNode> results =
        run.results(List.of(DrivenRun.group(task, "1", task.right("2"), "3", task.right("4"))));

    assertEquals(2, results.stream().filter(BadItemIT::isRewarded).count());
    for (JsonNode late : results.subList(2, 4)) {
      assertEquals("refused", late.path("status").asText(), late::toString);
      assertTrue(late.has("reward"), () -> "it had its worth: " + late);
      assertEquals(409, late.path("problem").path("status").asInt(), late::toString);
      assertEquals("task", late.path("problem").path("field").asText(), late::toString);
    }
    run.agreeingAudit();
  }

  private static boolean isRewarded(JsonNode result) {
    return result.path("status").asText().equals("rewarded");
  }

  @Test
  void tooManyCandidatesAreRefusedAtOnce(Door door) {
    DrivenRun run = DrivenRun.create(door, "arithmetic", 2);
    Handed task = run.task();
    run.send(Collections.nCopies(4_097, DrivenRun.single(task, "1"))).problem(400, "candidates");
    String[] many = Collections.nCopies(4_097, "1").toArray(String[]::new);
    run.send(List.of(DrivenRun.group(task, many))).problem(400, "candidates");
    assertEquals(List.of(), run.outcomes());
  }

  @Test
  void aLongCompletionIsReadAndALongerOneRefused(Door door) {
    DrivenRun run = DrivenRun.create(door, "arithmetic", 2);
    Handed task = run.task();
    String right = task.right("1");
    String longest = " ".repeat(MAX_COMPLETION - right.length()) + right;

    JsonNode read = run.result(task, longest);
    JsonNode refused = run.result(task, longest + " ");

    assertEquals(1.0, read.path("reward").asDouble(), read::toString);
    assertEquals(413, refused.path("problem").path("status").asInt(), refused::toString);
    assertEquals("completion", refused.path("problem").path("field").asText());
    assertEquals(1, run.outcomes().size());
  }

  @ParameterizedTest
  @MethodSource("unreadable")
  void aCandidateThatCannotBeReadHasItsVerdict(String completion, Door door) {
    DrivenRun run = DrivenRun.create(door, "arithmetic", 1);

    JsonNode result = run.result(run.task(), completion);

    assertEquals("rewarded", result.path("status").asText(), result::toString);
    assertEquals("UNREADABLE", result.path("grade").asText(), result::toString);
    assertEquals(0.0, result.path("reward").asDouble(-1));
    assertEquals(0.0, result.path("components").path("readable").asDouble(-1), result::toString);
  }

  static Stream<String> unreadable() {
    return Stream.of(
        "",
        " \n\t",
        "I cannot say",
        "\\boxed{",
        "\\boxed{\\boxed{}}",
        "<answer></answer>",
        "\u0000",
        "\ud83d\ude00",
        "NaN",
        "\u221e",
        "{".repeat(50_000),
        "<answer>".repeat(10_000),
        "((((".repeat(10_000));
  }

  @Test
  void trainersAreToldOfABadRequestAsWell(Door door) {
    door.post("/openrlhf", Map.of("query", List.of("4"), "labels", List.of("4", "5")))
        .problem(400, "labels");
    door.post("/openrlhf", Map.of("query", List.of("4"))).problem(400, "labels");
    door.post("/openrlhf", Map.of("labels", List.of("4"))).problem(400, "query");
    door.post("/openrlhf", Map.of("query", "4")).problem(400, "query");
    door.post("/slime/exact", Map.of("response", "4")).problem(400, "label");
    door.post("/slime/exact", Map.of("label", "4")).problem(400, "response");
    door.post("/slime/exact", Map.of("response", "4", "label", NO_TASK)).problem(400, "label");
    door.post("/slime/exact", Map.of("response", "4", "label", "task:x")).problem(400, "label");
    door.post("/slime/exact", Map.of("response", "4", "label", "r".repeat(10_001)))
        .problem(400, "label");
  }

  @Test
  void scoresAreRefusedAlone(Door door) {
    List<Map<String, ?>> items =
        List.of(
            Map.of("reference", "4", "completion", "4"),
            Map.of("reference", 4, "completion", "4"),
            Map.of("reference", " ", "completion", "4"),
            Map.of("reference", "4", "completion", "4", "x", 1),
            Map.of("reference", "4".repeat(10_001), "completion", "4"));

    JsonNode results =
        door.post("/api/v1/score", Map.of("items", items)).expect(200).path("results");

    assertEquals(1.0, results.get(0).path("reward").asDouble());
    for (int i = 1; i < items.size(); i++) {
      assertEquals("refused", results.get(i).path("status").asText(), results::toString);
      assertTrue(results.get(i).path("problem").hasNonNull("field"), results::toString);
    }
    door.post("/api/v1/score", Map.of("items", Collections.nCopies(4_097, items.getFirst())))
        .problem(400, "items");
  }
}
