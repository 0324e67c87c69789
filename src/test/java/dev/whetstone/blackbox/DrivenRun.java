package dev.whetstone.blackbox;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import dev.whetstone.task.Split;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;

/** A run driven over HTTP; its seed is known, so its answers are. */
record DrivenRun(Door door, String id, String seed, Split split) {
  static DrivenRun create(Door door, String curriculum, int groupSize) {
    return create(door, curriculum, groupSize, Split.TRAIN, UUID.randomUUID().toString());
  }

  static DrivenRun create(Door door, String curriculum, int groupSize, Split split, String seed) {
    Map<String, Object> wanted =
        Map.of(
            "name", "black box",
            "curriculum", curriculum,
            "group_size", groupSize,
            "split", split.name().toLowerCase(Locale.ROOT),
            "seed", seed);
    JsonNode run = door.post("/api/v1/runs", wanted).expect(201);
    return new DrivenRun(door, run.path("id").asText(), seed, split);
  }

  /** The same run through another server. */
  DrivenRun through(Door other) {
    return new DrivenRun(other, id, seed, split);
  }

  String path(String rest) {
    return "/api/v1/runs/" + id + rest;
  }

  JsonNode get(String rest) {
    return door.get(path(rest)).expect(200);
  }

  List<Handed> tasks(int count, String... headers) {
    Reply reply = door.post(path("/tasks"), Map.of("count", count), headers);
    List<Handed> tasks = new ArrayList<>();
    for (JsonNode task : reply.expect(200).path("tasks")) tasks.add(new Handed(task, split, seed));
    return tasks;
  }

  Handed task() {
    return tasks(1).getFirst();
  }

  Reply send(List<?> items, String... headers) {
    return door.post(path("/candidates"), Map.of("candidates", items), headers);
  }

  /** One result for each completion. */
  List<JsonNode> results(List<?> items, String... headers) {
    return list(send(items, headers).expect(200).path("results"));
  }

  JsonNode result(Handed task, String completion, String... headers) {
    return results(List.of(single(task, completion)), headers).getFirst();
  }

  static Map<String, Object> single(Handed task, String completion) {
    return Map.of("task", task.task(), "completion", completion);
  }

  static Map<String, Object> group(Handed task, String... completions) {
    return Map.of("task", task.task(), "completions", List.of(completions));
  }

  /** The whole record, read page by page. */
  List<JsonNode> outcomes() {
    List<JsonNode> all = new ArrayList<>();
    long after = 0;
    while (true) {
      JsonNode page = get("/outcomes?limit=500&after=" + after);
      if (page.path("outcomes").isEmpty()) return all;
      all.addAll(list(page.path("outcomes")));
      assertTrue(page.path("next").asLong() > after, "paging goes on");
      after = page.path("next").asLong();
    }
  }

  /** Every reward comes out again, the counts agree, and so does the curriculum. */
  JsonNode agreeingAudit() {
    JsonNode audit = get("/audit");
    assertEquals(0, audit.path("differing").size(), audit::toString);
    assertEquals(audit.path("outcomes"), audit.path("agreeing"), audit::toString);
    assertEquals(0, audit.path("not_replayable").asInt(-1), audit::toString);
    assertTrue(audit.path("counts_agree").asBoolean(), audit::toString);
    assertTrue(audit.path("curriculum_agrees").asBoolean(), audit::toString);
    return audit;
  }

  static List<JsonNode> list(JsonNode array) {
    List<JsonNode> list = new ArrayList<>();
    array.forEach(list::add);
    return list;
  }
}
