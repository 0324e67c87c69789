package dev.whetstone.blackbox;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** A request that is repeated with its key changes nothing; many at once take each place once. */
@ExtendWith(SharedServer.class)
class RepeatIT {
  private static final String KEY = "Idempotency-Key";
  private static final int THREADS = 8;
  private static final int ROUNDS = 20;

  @Test
  void theSameKeyGetsTheSameAnswers(Door door) {
    DrivenRun run = DrivenRun.create(door, "arithmetic", 3);
    Handed task = run.task();
    List<?> items =
        List.of(
            DrivenRun.group(task, task.right("1"), task.right("1"), task.unreadable("2")),
            DrivenRun.single(task, "no place for this"),
            Map.of("task", 5));

    List<JsonNode> first = run.results(items, KEY, "once");
    List<JsonNode> second = run.results(items, KEY, "once");

    assertEquals(List.of(false, false, false), repeated(first.subList(0, 3)));
    assertEquals(List.of(true, true, true), repeated(second.subList(0, 3)));
    assertEquals(withoutRepeated(first), withoutRepeated(second));
    assertEquals(3, run.outcomes().size());
    run.agreeingAudit();
  }

  @Test
  void aRepeatIsAnsweredAfterTheRunIsFinished(Door door) {
    DrivenRun run = DrivenRun.create(door, "arithmetic", 2);
    List<Handed> tasks = run.tasks(2, KEY, "tasks");
    Handed task = tasks.getFirst();
    JsonNode first = run.result(task, task.right("1"), KEY, "once");
    door.post(run.path("/finish"), "").expect(200);

    JsonNode again = run.result(task, task.right("1"), KEY, "once");

    assertEquals(withoutRepeated(List.of(first)), withoutRepeated(List.of(again)));
    assertEquals(tasks, run.tasks(2, KEY, "tasks"));
  }

  @Test
  void theSameKeyWithAnotherTextIsRefused(Door door) {
    DrivenRun run = DrivenRun.create(door, "arithmetic", 4);
    Handed task = run.task();
    run.result(task, task.right("1"), KEY, "once");

    JsonNode other = run.result(task, task.right("2"), KEY, "once");

    assertEquals("refused", other.path("status").asText(), other::toString);
    assertEquals(422, other.path("problem").path("status").asInt(), other::toString);
    assertEquals(KEY, other.path("problem").path("field").asText(), other::toString);
    assertEquals(1, run.outcomes().size());
  }

  @Test
  void aKeyIsOneRunsOwn(Door door) {
    for (int i = 0; i < 2; i++) {
      DrivenRun run = DrivenRun.create(door, "arithmetic", 4);
      Handed task = run.tasks(1, KEY, "shared").getFirst();
      assertEquals(0, task.json().path("index").asInt());
      assertEquals(false, run.result(task, "1", KEY, "shared").path("repeated").asBoolean());
    }
  }

  @Test
  void manyAtOnceWithOneKeyAreOne(Door door) throws Exception {
    DrivenRun run = DrivenRun.create(door, "arithmetic", 4);
    List<Handed> tasks = run.tasks(10);
    for (Handed task : tasks) {
      String text = task.right("same");
      List<JsonNode> results = atOnce(i -> run.result(task, text, KEY, "one"));
      assertEquals(1, results.stream().map(r -> r.path("outcome").asLong()).distinct().count());
      assertEquals(1, repeated(results).stream().filter(again -> !again).count());
    }
    assertEquals(tasks.size(), run.outcomes().size());
    run.agreeingAudit();
  }

  @Test
  void manyBatchesAtOnceWithOneKeyAreOne(Door door) throws Exception {
    DrivenRun run = DrivenRun.create(door, "arithmetic", 2);
    for (int round = 0; round < ROUNDS; round++) {
      String[] key = {KEY, "batch-" + round};
      List<Map<String, Object>> items = new ArrayList<>();
      for (Handed task : run.tasks(4))
        items.add(DrivenRun.group(task, task.right("1"), task.unreadable("2")));
      List<List<JsonNode>> all = atOnce(i -> withoutRepeated(run.results(items, key)));
      assertEquals(List.of(all.getFirst()), all.stream().distinct().toList());
    }
    assertEquals(ROUNDS * 4 * 2, run.outcomes().size());
    run.agreeingAudit();
  }

  @Test
  void tasksWithTheSameKeyAreTheSameTasks(Door door) throws Exception {
    DrivenRun run = DrivenRun.create(door, "default", 2);
    List<Handed> first = run.tasks(5, KEY, "tasks");

    List<List<Handed>> all = atOnce(i -> run.tasks(5, KEY, "tasks"));
    List<List<Handed>> fresh = atOnce(i -> run.tasks(5, KEY, "others"));

    assertEquals(List.of(first), all.stream().distinct().toList());
    assertEquals(1, fresh.stream().distinct().count());
    assertEquals(10, run.get("").path("tasks").asInt());
    door.post(run.path("/tasks"), Map.of("count", 6), KEY, "tasks").problem(422, KEY);
  }

  @Test
  void noPlaceIsTakenTwice(Door door) throws Exception {
    DrivenRun run = DrivenRun.create(door, "arithmetic", 5);
    for (Handed task : run.tasks(10)) {
      List<JsonNode> results = atOnce(i -> run.result(task, task.unreadable("thread " + i)));
      List<Integer> places =
          results.stream()
              .filter(result -> result.path("status").asText().equals("rewarded"))
              .map(result -> result.path("place").asInt())
              .sorted()
              .toList();
      assertEquals(List.of(1, 2, 3, 4, 5), places);
      for (JsonNode result : results)
        if (result.has("problem"))
          assertEquals(409, result.path("problem").path("status").asInt(), result::toString);
    }
    assertEquals(50, run.outcomes().size());
    run.agreeingAudit();
  }

  @Test
  void anUnusableKeyIsRefused(Door door) {
    DrivenRun run = DrivenRun.create(door, "arithmetic", 2);
    for (String key : List.of("two words", "k".repeat(201))) {
      door.post(run.path("/tasks"), Map.of("count", 1), KEY, key).problem(400, KEY);
      run.send(List.of(), KEY, key).problem(400, KEY);
    }
    assertEquals(0, run.get("").path("tasks").asInt());
    assertEquals(1, run.tasks(1, KEY, UUID.randomUUID().toString()).size());
  }

  /** What each of several threads got, all having started at the same time. */
  private static <T> List<T> atOnce(IntFunction<T> request) throws Exception {
    List<Callable<T>> calls =
        IntStream.range(0, THREADS).mapToObj(i -> (Callable<T>) () -> request.apply(i)).toList();
    try (ExecutorService threads = Executors.newFixedThreadPool(THREADS)) {
      List<T> all = new ArrayList<>();
      for (Future<T> one : threads.invokeAll(calls)) all.add(one.get());
      return all;
    }
  }

  private static List<Boolean> repeated(List<JsonNode> results) {
    return results.stream().map(result -> result.path("repeated").asBoolean()).toList();
  }

  private static List<JsonNode> withoutRepeated(List<JsonNode> results) {
    List<JsonNode> without = new ArrayList<>();
    for (JsonNode result : results)
      without.add(((ObjectNode) result.deepCopy()).without("repeated"));
    return without;
  }
}
