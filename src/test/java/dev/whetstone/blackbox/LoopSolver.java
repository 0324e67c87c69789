package dev.whetstone.blackbox;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import dev.whetstone.task.Flaw;
import dev.whetstone.task.Hash;
import dev.whetstone.task.Solution;
import dev.whetstone.task.Split;
import dev.whetstone.task.Worked;
import dev.whetstone.verify.Steps;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;

/** A trainer whose candidates' steps are read: of each four one is right by a wrong way. */
final class LoopSolver {
  private static final String SEED = "loop";
  private static final int GROUP = 4;
  private static final List<Double> WORTH = List.of(1.0, 1.0, 0.0, 1.0);

  /** An outcome as it was told. */
  private record Told(String task, int place, double reward) {}

  private final LoopTraffic traffic;
  private final DrivenRun run;
  private final AtomicInteger requests = new AtomicInteger();
  private final Map<Long, Told> told = new ConcurrentHashMap<>();
  private final Map<List<String>, Integer> flaws = new ConcurrentHashMap<>();

  LoopSolver(LoopTraffic traffic, Door door) {
    this.traffic = traffic;
    this.run = create(door);
  }

  private static DrivenRun create(Door door) {
    Map<String, Object> wanted =
        Map.of(
            "name",
            "loop",
            "curriculum",
            "arithmetic",
            "group_size",
            GROUP,
            "steps",
            "read",
            "seed",
            SEED);
    JsonNode run = door.post("/api/v1/runs", wanted).expect(201);
    return new DrivenRun(door, run.path("id").asText(), SEED, Split.TRAIN);
  }

  /** Two tasks, and four candidates for each. */
  void act() {
    String key = "solve-" + requests.incrementAndGet();
    List<Handed> tasks = traffic.insist(() -> run.tasks(2, LoopTraffic.KEY, key));
    List<Map<String, Object>> items =
        tasks.stream().map(task -> DrivenRun.group(task, group(task))).toList();
    String sent = key + "-candidates";
    List<JsonNode> results = traffic.insist(() -> run.results(items, LoopTraffic.KEY, sent));
    assertEquals(GROUP * tasks.size(), results.size());
    for (int i = 0; i < results.size(); i++)
      remember(tasks.get(i / GROUP), WORTH.get(i % GROUP), results.get(i));
  }

  private String[] group(Handed task) {
    Optional<Worked> worked = task.made().worked();
    if (worked.isEmpty())
      return new String[] {task.right("a"), task.right("b"), task.unreadable("c"), task.right("d")};
    Solution right = Solution.right(worked.get());
    return new String[] {
      right.text(), known(misled(worked.get(), task)), task.unreadable("c"), right.text()
    };
  }

  /** Right by a wrong way, where a first step can be wrong. */
  private static Solution misled(Worked worked, Handed task) {
    boolean canBe = worked.flaws(0).stream().anyMatch(flaw -> flaw != Flaw.SKIPPED_CASE);
    SplittableRandom random = new SplittableRandom(Hash.of(task.task()).asLong());
    return canBe
        ? Solution.broken(worked, 0, Flaw.RIGHT_AFTER_WRONG, random)
        : Solution.right(worked);
  }

  private String known(Solution solution) {
    solution.firstError().ifPresent(step -> flaws.put(Steps.of(solution.text(), 1_000), step));
    return solution.text();
  }

  /** The first wrong step of a solution of ours; -1 where there is none. */
  int firstError(List<String> steps) {
    return flaws.getOrDefault(steps, -1);
  }

  private void remember(Handed task, double worth, JsonNode result) {
    assertEquals("rewarded", result.path("status").asText(), result::toString);
    assertEquals(worth, result.path("reward").asDouble(-1), result::toString);
    Told outcome = new Told(task.task(), result.path("place").asInt(), worth);
    assertNull(told.put(result.path("outcome").asLong(), outcome), "told twice: " + result);
  }

  int outcomes() {
    return told.size();
  }

  /** The record holds what was told and nothing else, and all of it comes out again. */
  void check() {
    Map<Long, Told> record = new HashMap<>();
    Set<String> verifiers = new java.util.TreeSet<>();
    for (JsonNode row : run.outcomes()) {
      Told outcome =
          new Told(
              row.path("task").asText(), row.path("place").asInt(), row.path("reward").asDouble());
      assertNull(record.put(row.path("id").asLong(), outcome), () -> "twice: " + row);
      verifiers.add(row.at("/steps/verifier").asText());
    }
    assertEquals(told, record);
    run.tasks(1); // what is closed is learned by the next choice
    JsonNode audit = run.agreeingAudit();
    assertEquals(told.size(), audit.path("outcomes").asInt());
    assertEquals(told.size() / GROUP, audit.path("lessons").asInt(), "each group taught once");
    assertTrue(verifiers.contains("toy@1"), verifiers::toString);
    System.out.printf("%d outcomes, read by %s%n", record.size(), verifiers);
  }
}
