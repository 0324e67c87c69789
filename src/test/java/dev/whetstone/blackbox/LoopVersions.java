package dev.whetstone.blackbox;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;

/** The versions of a verifier that trains itself, and what their history must say. */
record LoopVersions(Door door) {
  private static final String VERIFIER = "/api/v1/verifiers/toy";
  private static final Map<String, List<String>> FOLLOWS =
      Map.of(
          "", List.of("CANDIDATE"),
          "CANDIDATE", List.of("CANDIDATE", "SERVING", "KEPT"),
          "SERVING", List.of("REPLACED", "ROLLED_BACK"),
          "REPLACED", List.of("SERVING"),
          "KEPT", List.of(),
          "ROLLED_BACK", List.of());

  List<JsonNode> versions() {
    Reply reply = door.get(VERIFIER + "/versions");
    return reply.status() == 200 ? DrivenRun.list(reply.json().path("versions")) : List.of();
  }

  private JsonNode retraining() {
    return door.get(VERIFIER + "/retraining").expect(200);
  }

  /** Once that training has ended. */
  Optional<JsonNode> trained(String id) {
    return DrivenRun.list(retraining().path("retrainings")).stream()
        .filter(one -> one.path("id").asText().equals(id))
        .filter(one -> !one.path("state").asText().equals("TRAINING"))
        .findFirst();
  }

  private boolean working() {
    return retraining().path("working").asBoolean();
  }

  /** One that has made some steps. */
  Optional<String> inTraining() {
    JsonNode latest = retraining().at("/retrainings/0");
    boolean on =
        latest.path("state").asText().equals("TRAINING") && latest.path("step").asInt() >= 10;
    return Optional.of(latest.path("id").asText()).filter(id -> on && working());
  }

  /** One that is measured. */
  Optional<String> inTrial() {
    return inState("CANDIDATE").filter(version -> working());
  }

  Optional<String> inState(String state) {
    return versions().stream()
        .filter(one -> one.path("state").asText().equals(state))
        .map(one -> one.path("version").asText())
        .findFirst();
  }

  /** The version that reads steps now. */
  Optional<String> reads() {
    Map<String, Object> item = Map.of("problem", "What is 1 + 2?", "steps", List.of("1 + 2 = 3"));
    Reply reply = door.post("/api/v1/verifications", Map.of("items", List.of(item)));
    return reply.status() == 200
        ? Optional.of(reply.json().findPath("verifier").asText().replace("toy@", ""))
        : Optional.empty();
  }

  /** One serves at any time; each came of one training, in order, and says why it is what it is. */
  static void check(LoopSql sql) {
    List<List<String>> versions =
        sql.rows("SELECT version, state FROM verifier_version ORDER BY version::int");
    assertEquals(
        IntStream.rangeClosed(1, versions.size()).mapToObj(Integer::toString).toList(),
        versions.stream().map(List::getFirst).toList());
    checkEvents(sql, versions);
    checkReports(sql);
    checkRetrainings(sql, versions.size());
  }

  private static void checkEvents(LoopSql sql, List<List<String>> versions) {
    Map<String, String> states = new HashMap<>();
    for (List<String> row :
        sql.rows(
            """
            SELECT version, state, reason, coalesce(decision ->> 'incumbent', ''), decided_by
            FROM verifier_event WHERE verifier = 'toy' ORDER BY id
            """)) {
      String version = row.get(0);
      assertFalse(row.get(2).isBlank(), row::toString);
      System.out.println("toy@" + String.join(", ", row));
      String before = states.getOrDefault(version, "");
      boolean first = states.isEmpty() && row.get(1).equals("SERVING");
      assertTrue(first || FOLLOWS.get(before).contains(row.get(1)), () -> before + " " + row);
      if (!row.get(3).isEmpty() && row.get(1).equals("KEPT"))
        assertEquals("SERVING", states.get(row.get(3)), row::toString);
      states.put(version, row.get(1));
      long serving = states.values().stream().filter("SERVING"::equals).count();
      boolean changing = row.get(1).equals("REPLACED") || row.get(1).equals("ROLLED_BACK");
      assertEquals(changing ? 0 : 1, serving, row::toString);
    }
    Map<String, String> now = new HashMap<>();
    versions.forEach(row -> now.put(row.get(0), row.get(1)));
    assertEquals(states, now);
    assertEquals(
        0,
        sql.number(
            """
            SELECT count(*) FROM (SELECT at, lag(at) OVER (ORDER BY id) AS before
              FROM verifier_event) AS e WHERE at < before
            """),
        "history goes forward");
  }

  private static void checkReports(LoopSql sql) {
    assertEquals(
        sql.number("SELECT coalesce(sum(cardinality(reports)), 0) FROM verifier_event"),
        sql.number("SELECT count(*) FROM verifier_report"));
    assertEquals(
        0,
        sql.number(
            """
            SELECT count(*) FROM verifier_event e WHERE decision IS NOT NULL AND
              (SELECT count(*) FROM verifier_report r WHERE r.id = ANY (e.reports))
              NOT IN (2, 3)
            """));
  }

  /** No label and no outcome starts two of them; the last may have its version, and not know it. */
  private static void checkRetrainings(LoopSql sql, int versions) {
    String count = "SELECT count(*) FROM retraining WHERE ";
    assertEquals(0, sql.number(count + "state = 'FAILED' OR failures > 0"));
    long trained = sql.number(count + "state = 'TRAINED'");
    long open = sql.number(count + "state = 'TRAINING'");
    assertTrue(trained <= versions - 1 && versions - 1 <= trained + open, trained + ", " + open);
    assertEquals(
        0,
        sql.number(
            """
            SELECT count(*) FROM (
              SELECT outcomes_to, labels_to, version::int AS version,
                lag(outcomes_to) OVER w AS outcomes_before, lag(labels_to) OVER w AS labels_before,
                lag(version::int) OVER w AS version_before
              FROM retraining WINDOW w AS (ORDER BY begun_at)) AS r
            WHERE outcomes_to < outcomes_before OR labels_to < labels_before
              OR version <> version_before + 1
            """));
  }
}
