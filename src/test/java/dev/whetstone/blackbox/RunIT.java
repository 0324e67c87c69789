package dev.whetstone.blackbox;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import dev.whetstone.task.Split;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What is kept of a run, and what keeps runs apart. */
@ExtendWith(SharedServer.class)
class RunIT {
  @Test
  void outcomesComeInPages(Door door) {
    DrivenRun run = DrivenRun.create(door, "arithmetic", 10);
    Handed task = run.task();
    for (int i = 0; i < 10; i++) run.result(task, task.unreadable("page " + i));

    List<JsonNode> paged = new ArrayList<>();
    long after = 0;
    for (int page = 0; page < 4; page++) {
      JsonNode read = run.get("/outcomes?limit=3&after=" + after);
      assertEquals(page < 3 ? 3 : 1, read.path("outcomes").size());
      paged.addAll(DrivenRun.list(read.path("outcomes")));
      after = read.path("next").asLong();
    }

    assertEquals(run.outcomes(), paged);
    assertEquals(10, paged.stream().map(o -> o.path("id").asLong()).distinct().count());
    JsonNode end = run.get("/outcomes?limit=3&after=" + after);
    assertTrue(end.path("outcomes").isEmpty());
    assertEquals(after, end.path("next").asLong());
  }

  @Test
  void anOutcomeHoldsWhatItsRewardIsComputedFrom(Door door) {
    DrivenRun run = DrivenRun.create(door, "arithmetic", 1);
    Handed task = run.task();
    String text = task.right("\u00e9\ud83d\ude00");
    JsonNode result = run.result(task, text);

    JsonNode outcome = run.outcomes().getFirst();

    assertEquals(result.path("outcome"), outcome.path("id"));
    assertEquals(task.task(), outcome.path("task").asText());
    assertEquals(text, outcome.path("candidate").asText());
    assertEquals(64, outcome.path("candidate_hash").asText().length());
    assertEquals(task.json().path("probability"), outcome.path("probability"));
    assertEquals(task.json().path("index"), outcome.path("task_index"));
    for (String same : List.of("reward", "components", "verifier", "formula"))
      assertEquals(result.path(same), outcome.path(same), same);
    for (String told : List.of("family_version", "levels", "received_at", "verify_micros"))
      assertTrue(outcome.hasNonNull(told), told);
  }

  @Test
  void aFinishedRunTakesNothingMoreAndKeepsItsRecord(Door door) {
    DrivenRun run = DrivenRun.create(door, "arithmetic", 2);
    Handed task = run.task();
    run.result(task, task.right("1"));

    JsonNode finished = door.post(run.path("/finish"), "").expect(200);
    JsonNode again = door.post(run.path("/finish"), "").expect(200);

    assertTrue(finished.hasNonNull("finished_at"));
    assertEquals(finished, again);
    door.post(run.path("/tasks"), Map.of("count", 1)).problem(409, "run");
    JsonNode late = run.result(task, task.right("2"));
    assertEquals("refused", late.path("status").asText(), late::toString);
    assertEquals(409, late.path("problem").path("status").asInt(), late::toString);
    assertEquals(1, run.outcomes().size());
    run.agreeingAudit();
  }

  @Test
  void trainingNeverAsksWhatEvaluationAsks(Door door) {
    String seed = UUID.randomUUID().toString();
    DrivenRun train = DrivenRun.create(door, "arithmetic", 1, Split.TRAIN, seed);
    DrivenRun evaluation = DrivenRun.create(door, "arithmetic", 1, Split.EVALUATION, seed);

    Set<String> questions = questions(train.tasks(400));
    questions.retainAll(questions(evaluation.tasks(400)));

    assertEquals(Set.of(), questions);
  }

  @Test
  void runsAreIsolated(Door door) {
    DrivenRun mine = DrivenRun.create(door, "arithmetic", 2);
    DrivenRun other = DrivenRun.create(door, "arithmetic", 2);
    Handed task = other.task();

    JsonNode refused = mine.result(task, task.right("1"));

    assertEquals("refused", refused.path("status").asText(), refused::toString);
    assertEquals(404, refused.path("problem").path("status").asInt(), refused::toString);
    assertEquals(List.of(), mine.outcomes());
    assertEquals(List.of(), other.outcomes());
    assertEquals(1, other.result(task, task.right("1")).path("place").asInt());
    assertEquals(List.of(), mine.outcomes());
  }

  private static Set<String> questions(List<Handed> tasks) {
    return tasks.stream().map(Handed::question).collect(Collectors.toCollection(HashSet::new));
  }
}
