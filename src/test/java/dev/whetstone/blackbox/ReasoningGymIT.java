package dev.whetstone.blackbox;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import dev.whetstone.task.Identity;
import dev.whetstone.task.Levels;
import dev.whetstone.task.Split;
import dev.whetstone.task.Task;
import dev.whetstone.task.TaskFamily;
import dev.whetstone.task.family.Families;
import java.net.http.HttpRequest.BodyPublishers;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** reasoning-gym's service, in the words of its own client. */
@ExtendWith(SharedServer.class)
class ReasoningGymIT {
  private static final String GYM = "/reasoning-gym";
  private static final String KEY = "X-API-Key";
  private static final Duration PATIENCE = Duration.ofSeconds(5);

  @AfterEach
  void nothingIsHarmed(Witness witness) {
    witness.isUnharmed();
  }

  @Test
  void anExperimentFromItsCreationToItsEnd(Door door) {
    assertEquals("healthy", door.get(GYM + "/health").expect(200).path("status").asText());
    Map<String, Object> config =
        Map.of(
            "min_terms",
            2,
            "max_terms",
            4,
            "min_digits",
            1,
            "max_digits",
            2,
            "allow_negation",
            false,
            "size",
            10,
            "seed",
            42);
    JsonNode made =
        create(door, "whole", Map.of("chain_sum", Map.of("weight", 1, "config", config)));

    assertEquals(10, made.path("size").asInt(), made::toString);
    assertEquals(42, made.path("seed").asInt(), made::toString);
    assertEquals(4, made.at("/datasets/chain_sum/config/max_terms").asInt(), made::toString);
    assertEquals(made, door.get(GYM + "/experiments/whole/composite").expect(200));
    assertTrue(names(door).contains("whole"));
    for (JsonNode entry : batch(door, "whole", 0, 30)) {
      JsonNode hard = entry.at("/metadata/difficulty");
      assertTrue(hard.path("num_terms").asInt() >= 2 && hard.path("num_terms").asInt() <= 4);
      assertTrue(hard.path("num_digits").asInt() <= 2, entry::toString);
    }
    JsonNode deleted =
        door.send("DELETE", GYM + "/experiments/whole", BodyPublishers.noBody(), KEY, "any")
            .expect(200);
    assertEquals("deleted", deleted.path("status").asText());
    assertFalse(names(door).contains("whole"));
  }

  @Test
  void everyFamilyIsADatasetWithinItsClientsPatience(Door door) {
    for (TaskFamily family : Families.answered()) {
      Map<String, Object> all = new HashMap<>();
      family.controls().forEach(c -> all.put(c.name(), Map.of("level", List.of(0, c.top()))));
      create(door, "each", Map.of(family.name(), Map.of("config", all)));

      Reply reply = door.get(GYM + "/experiments/each/batch?base_index=0&batch_size=64");

      List<JsonNode> entries = DrivenRun.list(reply.expect(200).path("entries"));
      System.out.println(family.name() + " " + reply.took());
      assertTrue(reply.took().compareTo(PATIENCE) < 0, family.name() + reply.took());
      List<Map<String, Object>> answers = new ArrayList<>();
      for (JsonNode entry : entries) answers.add(answer(entry, task(entry).answer()));
      for (JsonNode entry : entries) answers.add(answer(entry, null));
      List<Double> expected = new ArrayList<>(Collections.nCopies(64, 1.0));
      expected.addAll(Collections.nCopies(64, 0.0));
      assertEquals(expected, score(door, "each", answers), family.name());
      assertFalse(
          entries.toString().contains(task(entries.getFirst()).certificate()), family.name());
    }
  }

  @Test
  void equalSeedsAreEqualEntries(Door door) {
    Map<String, Object> datasets = Map.of("gcd", Map.of(), "chain_sum", Map.of("weight", 3));
    create(door, "one", datasets);
    List<JsonNode> first = batch(door, "one", 0, 200);
    create(door, "two", datasets);
    List<JsonNode> again = batch(door, "two", 100, 100);

    assertEquals(
        first.subList(100, 200).stream().map(e -> e.path("question").asText()).toList(),
        again.stream().map(e -> e.path("question").asText()).toList());
    long sums = first.stream().filter(e -> source(e).equals("chain_sum")).count();
    assertTrue(sums > 120 && sums < 180, "three in four, not " + sums + " of 200");
  }

  @Test
  void answersInFlightAreScoredAfterAChange(Door door) {
    create(door, "moving", Map.of("chain_sum", Map.of("config", Map.of("num_terms", 2))));
    JsonNode before = batch(door, "moving", 7, 1).getFirst();
    JsonNode status =
        door.post(
                GYM + "/experiments/moving/composite/chain_sum",
                Map.of("config", Map.of("num_terms", List.of(6, 8))))
            .expect(200);
    JsonNode after = batch(door, "moving", 7, 1).getFirst();

    assertEquals("updated", status.path("status").asText());
    assertNotEquals(before.path("entry_id").asText(), after.path("entry_id").asText());
    assertTrue(after.at("/metadata/difficulty/num_terms").asInt() >= 6, after::toString);
    List<Map<String, Object>> answers =
        List.of(
            answer(before, task(before).answer()),
            answer(after, task(after).answer()),
            answer(before, task(after).answer()));
    assertEquals(List.of(1.0, 1.0, 0.0), score(door, "moving", answers));
    create(door, "moving", Map.of("gcd", Map.of()));
    assertEquals(List.of(1.0, 1.0, 0.0), score(door, "moving", answers));
    assertEquals(List.of(), score(door, "moving", List.of()));
  }

  @Test
  void versionsGoOnAfterADeletion(Door door) {
    create(door, "again", Map.of("gcd", Map.of()));
    JsonNode stale = batch(door, "again", 0, 1).getFirst();
    door.send("DELETE", GYM + "/experiments/again", BodyPublishers.noBody()).expect(200);
    String here = GYM + "/experiments/again";
    detail(404, "again", door.send("DELETE", here, BodyPublishers.noBody()));
    detail(404, "again", door.get(here + "/composite"));
    detail(404, "again", door.post(here + "/composite/gcd", config("num_terms", 2)));
    create(door, "again", Map.of("chain_sum", Map.of()));
    JsonNode fresh = batch(door, "again", 0, 1).getFirst();

    assertNotEquals(stale.path("entry_id"), fresh.path("entry_id"));
    assertTrue(
        fresh.at("/metadata/version_id").asInt() > stale.at("/metadata/version_id").asInt(),
        fresh::toString);
    detail(400, "answers[0].entry_id", door.post(here + "/score", answers(answer(stale, "1"))));
    assertEquals(List.of(1.0), score(door, "again", List.of(answer(fresh, task(fresh).answer()))));
  }

  /** Each is created or begun anew, whoever comes first. */
  @Test
  void twoMayCreateOneAtOnce(Door door) throws Exception {
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      for (int i = 0; i < 20; i++) {
        Map<String, Object> wanted = experiment("race" + i, Map.of("gcd", Map.of()));
        Callable<Reply> create = () -> door.post(GYM + "/experiments", wanted);
        for (Future<Reply> reply : threads.invokeAll(List.of(create, create, create)))
          reply.get().expect(200);
        assertEquals(
            3, batch(door, "race" + i, 0, 1).getFirst().at("/metadata/version_id").asInt());
        door.send("DELETE", GYM + "/experiments/race" + i, BodyPublishers.noBody()).expect(200);
      }
    }
  }

  @Test
  void whatOlderClientsSend(Door door) {
    create(door, "old", Map.of("gcd", Map.of()));
    JsonNode entry = batch(door, "old", 0, 1).getFirst();
    List<String> pair = List.of(entry.path("entry_id").asText(), task(entry).answer());
    JsonNode scores =
        door.post(GYM + "/experiments/old/score", Map.of("scores", List.of(pair))).expect(200);
    assertEquals(1.0, scores.at("/scores/0").asDouble(-1), scores::toString);
    assertEquals(entry.path("entry_id"), scores.at("/entry_ids/0"));
  }

  @Test
  void whatIsWrongIsToldAsADetail(Door door) {
    create(door, "wrong", Map.of("gcd", Map.of()));
    String here = GYM + "/experiments/wrong";
    detail(404, "nope", door.get(GYM + "/experiments/nope/composite"));
    detail(404, "nope", door.get(GYM + "/experiments/nope/batch?base_index=0&batch_size=1"));
    detail(404, "nope", door.post(GYM + "/experiments/nope/score", Map.of("answers", List.of())));
    detail(404, "nope", door.send("DELETE", GYM + "/experiments/nope", BodyPublishers.noBody()));
    detail(404, "gcd", door.post(here + "/composite/nope", Map.of("config", Map.of())));
    detail(400, "num_terms", door.post(here + "/composite/gcd", config("turns", 3)));
    detail(400, "max_numbers", door.post(here + "/composite/gcd", config("turns", 3)));
    detail(400, "2, 3, 4, 5", door.post(here + "/composite/gcd", config("num_terms", 50)));
    detail(400, "2, 3, 4, 5", door.post(here + "/composite/gcd", config("num_terms", "3")));
    detail(400, "levels 0 to 3", door.post(here + "/composite/gcd", config("max_numbers", 1)));
    detail(400, "batch_size", door.get(here + "/batch?base_index=0&batch_size=0"));
    detail(400, "batch_size", door.get(here + "/batch?base_index=0&batch_size=100000"));
    detail(400, "batch_size", door.get(here + "/batch?base_index=0"));
    detail(400, "base_index", door.get(here + "/batch?base_index=-1&batch_size=1"));
    for (String entry : List.of("999.0", "1", "1.x", "-1.0", ""))
      detail(
          400,
          "answers[0].entry_id",
          door.post(here + "/score", answers(Map.of("entry_id", entry, "answer", "1"))));
    detail(
        400,
        "answers[0].answer",
        door.post(here + "/score", answers(Map.of("entry_id", "1.0", "answer", 1))));
    detail(400, "answers", door.post(here + "/score", Map.of()));
    detail(
        400, "chain_sum", door.post(GYM + "/experiments", experiment("x", Map.of("no", Map.of()))));
    detail(
        400,
        "weight",
        door.post(GYM + "/experiments", experiment("x", Map.of("gcd", Map.of("weight", 0)))));
    detail(400, "datasets", door.post(GYM + "/experiments", experiment("x", Map.of())));
    detail(400, "name", door.post(GYM + "/experiments", experiment(" ", Map.of("gcd", Map.of()))));
    detail(400, "", door.post(GYM + "/experiments", "{"));
    assertEquals(1, batch(door, "wrong", 0, 1).size());
  }

  private static Map<String, Object> config(String key, Object value) {
    return Map.of("config", Map.of(key, value));
  }

  private static Map<String, Object> answers(Map<String, Object> answer) {
    return Map.of("answers", List.of(answer));
  }

  private static Map<String, Object> experiment(String name, Map<String, Object> datasets) {
    return Map.of("name", name, "size", 10, "seed", 42, "datasets", datasets);
  }

  private static JsonNode create(Door door, String name, Map<String, Object> datasets) {
    return door.post(GYM + "/experiments", experiment(name, datasets), KEY, "any").expect(200);
  }

  private static Set<String> names(Door door) {
    Set<String> names = new TreeSet<>();
    for (JsonNode name : door.get(GYM + "/experiments").expect(200).path("experiments"))
      names.add(name.asText());
    return names;
  }

  private static List<JsonNode> batch(Door door, String name, int base, int size) {
    String path =
        "%s/experiments/%s/batch?base_index=%d&batch_size=%d".formatted(GYM, name, base, size);
    return DrivenRun.list(door.get(path).expect(200).path("entries"));
  }

  private static List<Double> score(Door door, String name, List<Map<String, Object>> answers) {
    JsonNode reply =
        door.post(GYM + "/experiments/" + name + "/score", Map.of("answers", answers)).expect(200);
    return DrivenRun.list(reply.path("scores")).stream().map(JsonNode::asDouble).toList();
  }

  private static Map<String, Object> answer(JsonNode entry, String text) {
    Map<String, Object> answer = new HashMap<>();
    answer.put("entry_id", entry.path("entry_id").asText());
    answer.put("answer", text);
    return answer;
  }

  private static String source(JsonNode entry) {
    return entry.at("/metadata/source_dataset").asText();
  }

  /** Made again from what is public, and the seed. */
  private static Task task(JsonNode entry) {
    TaskFamily family = Families.named(source(entry)).orElseThrow();
    Levels levels = Levels.lowest(family.controls());
    for (var control : family.controls()) {
      int value = entry.at("/metadata/difficulty/" + control.name()).asInt();
      levels = levels.with(control, control.values().indexOf(value));
    }
    long index = entry.at("/metadata/source_index").asLong();
    Task task = Identity.of(family, levels, Split.TRAIN, "seed 42", index).make(family);
    assertEquals(task.question(), entry.path("question").asText());
    return task;
  }

  private static void detail(int status, String names, Reply reply) {
    assertEquals(status, reply.status(), reply::toString);
    assertTrue(reply.json().path("detail").asText().contains(names), reply::toString);
  }
}
