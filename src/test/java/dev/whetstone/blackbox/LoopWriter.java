package dev.whetstone.blackbox;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;

/** Posts proofs to be labelled; what becomes of each is known before. */
final class LoopWriter {
  private static final String LABELLINGS = "/api/v1/labellings";

  private final LoopTraffic traffic;
  private final Door door;
  private final AtomicInteger numbers = new AtomicInteger();
  private final Map<Integer, String> ids = new ConcurrentHashMap<>();

  LoopWriter(LoopTraffic traffic, Door door) {
    this.traffic = traffic;
    this.door = door;
  }

  /** One proof. */
  void act() {
    int number = numbers.getAndIncrement();
    ids.put(number, submit(number));
  }

  private String submit(int number) {
    Map<String, Object> proof = LoopJudge.proof(number);
    String key = "proof-" + number;
    return traffic.insist(
        () -> door.post(LABELLINGS, proof, LoopTraffic.KEY, key).expect(202).path("id").asText());
  }

  List<JsonNode> open() {
    return DrivenRun.list(
        door.get(LABELLINGS + "?state=open&size=1000").expect(200).path("labellings"));
  }

  int posted() {
    return ids.size();
  }

  /** Each proof is labelled once, by the very votes that an undisturbed server would have. */
  void check(LoopSql sql) {
    assertEquals(ids.size(), new HashSet<>(ids.values()).size());
    assertEquals(ids.size(), sql.number("SELECT count(*) FROM labelling"));
    int labelled = 0;
    for (int number : ids.keySet()) {
      assertEquals(ids.get(number), submit(number), "the same key is the same labelling");
      if (isFated(number)) labelled++;
    }
    assertTrue(labelled > 0);
    assertEquals(
        labelled, sql.number("SELECT count(*) FROM labelled_solution WHERE set_name = 'labelled'"));
    assertEquals(
        0,
        sql.number(
            """
            SELECT count(*) FROM labelling l LEFT JOIN labelled_solution s
              ON s.set_name = 'labelled' AND s.id = l.id::text
            WHERE (l.state = 'LABELLED') <> (s.id IS NOT NULL)
              OR coalesce(l.first_error, -1) <> position('-' IN s.labels) - 1
            """));
    assertEquals(
        ids.size() - labelled,
        sql.number("SELECT count(*) FROM review_item WHERE key LIKE 'labelling/%'"));
    System.out.printf("%d proofs, %d labelled%n", ids.size(), labelled);
  }

  private boolean isFated(int number) {
    JsonNode labelling = door.get(LABELLINGS + "/" + ids.get(number)).expect(200);
    LoopJudge.Fate fate = LoopJudge.fate(number);
    List<String> calls =
        DrivenRun.list(labelling.path("ledger")).stream()
            .map(call -> call.path("kind").asText())
            .toList();
    assertEquals(fate.calls(), calls, labelling::toString);
    assertEquals(fate.state(), labelling.path("state").asText(), labelling::toString);
    boolean labelled = fate.state().equals("labelled");
    if (labelled) assertEquals(fate.score(), labelling.path("score").asDouble(-1));
    return labelled;
  }
}
