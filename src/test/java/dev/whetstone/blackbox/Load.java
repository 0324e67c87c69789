package dev.whetstone.blackbox;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;

/**
 * Trainers that ask for tasks and send candidates from several threads, half of them with
 * idempotency keys, and remember what they were told. Every second candidate is right.
 */
final class Load {
  static final int GROUP = 4;
  private static final String KEY = "Idempotency-Key";
  private static final long PAUSE_NANOS = 50_000_000;

  private final List<DrivenRun> doors;
  private final List<Thread> threads = new ArrayList<>();
  private final AtomicInteger requests = new AtomicInteger();
  private final Map<Long, Told> told = new ConcurrentHashMap<>();
  private final Queue<Owed> owed = new ConcurrentLinkedQueue<>();
  private final Queue<String> faults = new ConcurrentLinkedQueue<>();
  private volatile boolean stopped;

  /** An outcome as a client was told of it. */
  private record Told(String task, int place, String text) {}

  /** A request with a key that nobody answered; null instead of a group: tasks were asked for. */
  private record Owed(String key, List<Handed> tasks) {}

  /** Through one door to a run, or through several to the same run. */
  Load(DrivenRun... doors) {
    this.doors = List.of(doors);
  }

  int acknowledged() {
    return told.size();
  }

  void start(int count) {
    stopped = false;
    for (int i = 0; i < count; i++) threads.add(Thread.ofPlatform().start(this::work));
  }

  /** Ends the load and fails if any answer was not as it must be. */
  void stop() throws InterruptedException {
    stopped = true;
    for (Thread thread : threads) thread.join();
    threads.clear();
    assertEquals(List.of(), List.copyOf(faults));
  }

  /** Repeats every request that had a key and no answer. */
  void settle() {
    for (Owed request = owed.poll(); request != null; request = owed.poll())
      if (request.tasks == null) answer(ask(request.key), request.key + "-answer");
      else answer(request.tasks, request.key);
    assertEquals(List.of(), List.copyOf(faults));
  }

  private void work() {
    while (!stopped) {
      int number = requests.incrementAndGet();
      String key = number % 2 == 0 ? "request-" + number : null;
      List<Handed> tasks = ask(key);
      answer(tasks, key == null ? null : key + "-answer");
    }
  }

  private DrivenRun door() {
    return doors.get(requests.get() % doors.size());
  }

  private static String[] header(String key) {
    return key == null ? new String[0] : new String[] {KEY, key};
  }

  /** Tasks, or none where no answer came. */
  private List<Handed> ask(String key) {
    try {
      return door().tasks(2, header(key));
    } catch (UncheckedIOException noAnswer) {
      owe(key, null);
    } catch (AssertionError e) {
      faults.add(e.getMessage());
    }
    return List.of();
  }

  /** Waits a little, as a client does whose server is away. */
  private void owe(String key, List<Handed> tasks) {
    if (key != null) owed.add(new Owed(key, tasks));
    LockSupport.parkNanos(PAUSE_NANOS);
  }

  private void answer(List<Handed> tasks, String key) {
    if (tasks.isEmpty()) return;
    List<String> texts = new ArrayList<>();
    List<Map<String, Object>> items = new ArrayList<>();
    for (Handed task : tasks) items.add(DrivenRun.group(task, group(task, key, texts)));
    try {
      remember(tasks, texts, door().results(items, header(key)));
    } catch (UncheckedIOException noAnswer) {
      owe(key, tasks);
    } catch (AssertionError e) {
      faults.add(e.getMessage());
    }
  }

  /** With a key the same texts again, without one never the same twice. */
  private String[] group(Handed task, String key, List<String> texts) {
    String mark = key == null ? "unkeyed-" + requests.incrementAndGet() : key;
    String[] group = new String[GROUP];
    for (int i = 0; i < GROUP; i++) {
      String own = mark + "-" + task.json().path("index") + "-" + i;
      group[i] = i % 2 == 0 ? task.right(own) : task.unreadable(own);
    }
    texts.addAll(List.of(group));
    return group;
  }

  private void remember(List<Handed> tasks, List<String> texts, List<JsonNode> results) {
    for (int i = 0; i < results.size(); i++) {
      JsonNode result = results.get(i);
      double worth = i % 2 == 0 ? 1 : 0;
      if (!result.path("status").asText().equals("rewarded")
          || result.path("reward").asDouble(-1) != worth) faults.add(result.toString());
      Told outcome =
          new Told(tasks.get(i / GROUP).task(), result.path("place").asInt(), texts.get(i));
      Told earlier = told.put(result.path("outcome").asLong(), outcome);
      if (earlier != null && !earlier.equals(outcome)) faults.add(earlier + " and " + outcome);
    }
  }

  /**
   * Whatever a client was told is in the record, once; no place was taken and no text saved twice.
   */
  void assertNothingIsLost(DrivenRun run) {
    Map<Long, Told> record = new HashMap<>();
    Set<String> places = new HashSet<>();
    Set<String> texts = new HashSet<>();
    for (JsonNode row : run.outcomes()) {
      Told outcome =
          new Told(
              row.path("task").asText(), row.path("place").asInt(), row.path("candidate").asText());
      assertTrue(record.put(row.path("id").asLong(), outcome) == null, () -> "twice: " + row);
      assertTrue(places.add(outcome.task + " " + outcome.place), () -> "place taken twice: " + row);
      assertTrue(texts.add(outcome.text), () -> "saved twice: " + row);
    }
    told.forEach((id, outcome) -> assertEquals(outcome, record.get(id), "outcome " + id));
    assertEquals(record.size(), run.agreeingAudit().path("outcomes").asInt());
  }
}
