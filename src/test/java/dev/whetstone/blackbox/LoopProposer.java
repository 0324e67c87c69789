package dev.whetstone.blackbox;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;

/** A proposing model, and who attempts its tasks: each is paid by its four attempts. */
final class LoopProposer {
  private static final int PLACES = 4;

  private final LoopTraffic traffic;
  private final DrivenRun run;
  private final AtomicInteger numbers = new AtomicInteger();
  private final Map<String, JsonNode> ends = new LinkedHashMap<>();

  LoopProposer(LoopTraffic traffic, Door door) {
    this.traffic = traffic;
    this.run = DrivenRun.create(door, "default", PLACES);
  }

  /** A proposal on its whole way. */
  synchronized void act() {
    JsonNode proposal = propose();
    boolean isTask = proposal.path("state").asText().equals("PENDING");
    for (int i = 0; isTask && i < PLACES; i++) attempt(proposal, i);
    end(proposal, isTask ? "PAID" : "REFUSED");
  }

  private JsonNode propose() {
    String seed = "proposal-" + numbers.incrementAndGet();
    Map<String, Object> item =
        Map.of("family", "gcd", "levels", Map.of("num_terms", 1), "seed", seed);
    return traffic.insist(
        () ->
            run.door()
                .post(
                    run.path("/proposals"),
                    Map.of("proposals", List.of(item), "shape", "variance"),
                    LoopTraffic.KEY,
                    seed)
                .expect(200)
                .at("/proposals/0"));
  }

  /** None is right, which is as good as any to be paid for. */
  private JsonNode attempt(JsonNode proposal, int number) {
    String task = proposal.path("task").asText();
    return traffic.insist(
        () ->
            run.results(
                    List.of(Map.of("task", task, "completion", "It is " + number)),
                    LoopTraffic.KEY,
                    task + "-" + number)
                .getFirst());
  }

  private void end(JsonNode proposal, String state) {
    String id = proposal.path("id").asText();
    JsonNode now = traffic.insist(this::list).get(id);
    assertEquals(state, now.path("state").asText(), now::toString);
    ends.put(id, now);
  }

  private Map<String, JsonNode> list() {
    Map<String, JsonNode> all = new HashMap<>();
    String after = "";
    while (true) {
      JsonNode page = run.get("/proposals?limit=500" + after);
      if (page.path("proposals").isEmpty()) return all;
      page.path("proposals").forEach(one -> all.put(one.path("id").asText(), one));
      after = "&after=" + page.path("next").asText();
    }
  }

  /** A proposal whose last attempt pays it, and nobody reads the answer to that. */
  synchronized Runnable payUnheard() throws InterruptedException {
    JsonNode proposal = propose();
    while (!proposal.path("state").asText().equals("PENDING")) {
      end(proposal, "REFUSED");
      proposal = propose();
    }
    JsonNode paid = proposal;
    for (int i = 0; i < PLACES - 1; i++) attempt(paid, i);
    var unread = CompletableFuture.runAsync(() -> last(paid));
    String id = paid.path("id").asText();
    while (!list().get(id).path("state").asText().equals("PAID")) Thread.sleep(10);
    JsonNode before = list().get(id);
    return () -> {
      unread.join();
      assertTrue(attempt(paid, PLACES - 1).path("repeated").asBoolean(), "it was kept");
      synchronized (this) {
        end(paid, "PAID");
        assertEquals(before, ends.get(id));
      }
    };
  }

  private void last(JsonNode proposal) {
    try {
      run.results(
          List.of(
              Map.of(
                  "task", proposal.path("task").asText(), "completion", "It is " + (PLACES - 1))),
          LoopTraffic.KEY,
          proposal.path("task").asText() + "-" + (PLACES - 1));
    } catch (UncheckedIOException lost) {
      // As it was meant to be.
    }
  }

  /** Each proposal is there once, and worth what it was worth when it was paid. */
  synchronized void check() {
    assertEquals(ends, list());
    long paid =
        ends.values().stream().filter(one -> one.path("state").asText().equals("PAID")).count();
    assertTrue(paid > 0);
    assertEquals(PLACES * paid, run.outcomes().size());
    assertEquals(PLACES * paid, run.agreeingAudit().path("outcomes").asInt());
    System.out.printf("%d proposals, %d paid%n", ends.size(), paid);
  }
}
