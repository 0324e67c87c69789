package dev.whetstone.blackbox;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import dev.whetstone.task.Hash;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Somebody who judges what is put before them, wrongly at times, and settles what is disputed. */
final class LoopRater {
  private static final double ERRS = 0.15;

  private final LoopTraffic traffic;
  private final Door door;
  private final String name;
  private final boolean adjudicates;
  private final LoopSolver solver;
  private final Map<String, Integer> votes = new ConcurrentHashMap<>();

  LoopRater(LoopTraffic traffic, Door door, String name, boolean adjudicates, LoopSolver solver) {
    this.traffic = traffic;
    this.door = door;
    this.name = name;
    this.adjudicates = adjudicates;
    this.solver = solver;
  }

  /** One item, if there is one. */
  void act() {
    Reply reply = traffic.insist(this::next);
    if (reply.status() == 204) return;
    JsonNode item = reply.json();
    JsonNode receipt = traffic.insist(() -> answer(item).expect(200));
    String id = item.path("item").asText();
    votes.put(id, judgement(item));
    assertEquals(id, receipt.path("item").asText());
    assertEquals(votes.size(), receipt.path("answered").asInt(), receipt::toString);
  }

  private Reply next() {
    Map<String, Object> who = Map.of("rater", name, "adjudicate", adjudicates);
    Reply reply = door.post("/api/v1/reviews/next", who);
    if (reply.status() != 204) reply.expect(200);
    return reply;
  }

  private Reply answer(JsonNode item) {
    return door.post(path(item), body(item));
  }

  private static String path(JsonNode item) {
    return "/api/v1/reviews/" + item.path("item").asText() + "/answer";
  }

  private Map<String, Object> body(JsonNode item) {
    int step = judgement(item);
    Map<String, Object> answer = new HashMap<>();
    answer.put("rater", name);
    answer.put("first_error", step < 0 ? null : step);
    answer.put("score", step < 0 ? 1 : 0);
    return answer;
  }

  /** The same at each look; -1 for no error. */
  private int judgement(JsonNode item) {
    int truth = truth(item);
    return errs(item) ? (truth < 0 ? 0 : -1) : truth;
  }

  private boolean errs(JsonNode item) {
    long chance = Hash.of(name, item.path("item").asText()).asLong();
    return !adjudicates && Math.floorMod(chance, 1_000) < 1_000 * ERRS;
  }

  private int truth(JsonNode item) {
    List<String> steps = DrivenRun.list(item.path("steps")).stream().map(JsonNode::asText).toList();
    for (int i = 0; i < steps.size(); i++) if (steps.get(i).contains(Chat.FLAW)) return i;
    return solver.firstError(steps);
  }

  /** Votes on an item so that the server keeps it, and never reads what it answers. */
  Runnable voteUnheard() throws InterruptedException {
    Reply reply = next();
    while (reply.status() == 204) {
      Thread.sleep(50);
      reply = next();
    }
    JsonNode item = reply.json();
    var unread =
        java.util.concurrent.CompletableFuture.runAsync(
            () -> {
              try {
                answer(item);
              } catch (UncheckedIOException lost) {
                // As it was meant to be.
              }
            });
    while (answered() == 0) Thread.sleep(10);
    return () -> {
      unread.join();
      assertEquals(1, answer(item).expect(200).path("answered").asInt());
      votes.put(item.path("item").asText(), judgement(item));
    };
  }

  private int answered() {
    JsonNode statistics = door.get("/api/v1/reviews/statistics").expect(200);
    for (JsonNode rater : statistics.path("raters"))
      if (rater.path("rater").asText().equals(name)) return rater.path("answered").asInt();
    return 0;
  }

  int votes() {
    return votes.size();
  }

  /** The votes that were acknowledged are kept as they were given, and there are no others. */
  void check(LoopSql sql) {
    Map<String, Integer> kept = new HashMap<>();
    for (List<String> row :
        sql.rows(
            """
            SELECT item_id, coalesce(first_error, -1) FROM review_vote
            WHERE state = 'ANSWERED' AND rater = '%s'
            """
                .formatted(name))) kept.put(row.get(0), Integer.valueOf(row.get(1)));
    assertEquals(votes, kept);
    assertEquals(votes.size(), answered());
    System.out.printf("%s: %d votes%n", name, votes.size());
  }

  /** Each decided item has its label, once. */
  static void checkLabels(LoopSql sql) {
    assertEquals(
        sql.number("SELECT count(*) FROM review_item WHERE state = 'DONE'"),
        sql.number(
            """
            SELECT count(*) FROM review_item i JOIN labelled_solution s
              ON s.set_name = 'reviewed' AND s.id = i.key
            WHERE i.state = 'DONE' AND coalesce(i.first_error, -1) = position('-' IN s.labels) - 1
            """));
    assertEquals(
        sql.number("SELECT count(*) FROM review_item WHERE state = 'DONE'"),
        sql.number("SELECT count(*) FROM labelled_solution WHERE set_name = 'reviewed'"));
  }
}
