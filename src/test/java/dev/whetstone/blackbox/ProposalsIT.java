package dev.whetstone.blackbox;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigInteger;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** A proposing model posts tasks and is paid once they were attempted. */
@ExtendWith(SharedServer.class)
class ProposalsIT {
  private static final Map<String, Object> SEEDED =
      Map.of("family", "gcd", "levels", Map.of("num_terms", 1), "seed", "first");

  private static Map<String, Object> worded(String question, String answer) {
    return Map.of("family", "chain_sum", "question", question, "answer", answer);
  }

  private static String sum(String expression) {
    return "Calculate " + expression + ". Give only the final number as your answer.";
  }

  /** A question that was let through, since it lies on the training side, with its answer. */
  private record Posed(JsonNode proposal, String answer) {}

  private static Posed posed(DrivenRun run) {
    for (int i = 100; i < 150; i++) {
      String answer = Integer.toString(2 * i - 77);
      JsonNode proposal =
          propose(run, "variance", worded(sum(i + " + " + i + " - 77"), answer)).get(0);
      if (proposal.path("state").asText().equals("PENDING")) return new Posed(proposal, answer);
    }
    throw new AssertionError("none was let through");
  }

  private static JsonNode propose(
      DrivenRun run, String shape, Map<String, Object> item, String... headers) {
    return run.door()
        .post(run.path("/proposals"), Map.of("proposals", List.of(item), "shape", shape), headers)
        .expect(200)
        .path("proposals");
  }

  @Test
  void aSeededProposalWaitsForItsAttemptsAndIsThenPaid(Door door) {
    DrivenRun run = DrivenRun.create(door, "default", 4);
    JsonNode proposal = propose(run, "r_zero", SEEDED).get(0);
    assertEquals("PENDING", proposal.path("state").asText(), proposal::toString);
    String task = proposal.path("task").asText();
    for (int i = 0; i < 4; i++) {
      JsonNode now = run.get("/proposals").path("proposals").get(0);
      assertEquals("PENDING", now.path("state").asText());
      assertTrue(now.path("reward").isNull());
      String completion = i < 2 ? "0" : divisor(proposal.path("question").asText());
      run.results(List.of(Map.of("task", task, "completion", completion)));
    }
    JsonNode paid = run.get("/proposals").path("proposals").get(0);
    assertEquals("PAID", paid.path("state").asText(), paid::toString);
    assertEquals(1.0, paid.path("reward").path("value").asDouble(), paid::toString);
    assertEquals(0.5, paid.path("reward").path("pass_rate").asDouble());
    assertTrue(paid.path("reward").path("low").asDouble() < 0.6, paid::toString);
    run.tasks(1);
    assertEquals(1, run.agreeingAudit().path("lessons").asInt());
  }

  private static String divisor(String question) {
    return Pattern.compile("\\d+")
        .matcher(question)
        .results()
        .map(m -> new BigInteger(m.group()))
        .reduce(BigInteger.ZERO, BigInteger::gcd)
        .toString();
  }

  @Test
  void aWordedProposalIsAskedWordForWordAndTeachesTheCurriculumNothing(Door door) {
    DrivenRun run = DrivenRun.create(door, "default", 4);
    Posed posed = posed(run);
    String task = posed.proposal().path("task").asText();
    List<JsonNode> results =
        run.results(
            List.of(
                Map.of(
                    "task",
                    task,
                    "completions",
                    List.of("\\boxed{" + posed.answer() + "}", "0", "0", "none"))));
    assertEquals(1.0, results.get(0).path("reward").asDouble(), results::toString);
    assertEquals("UNREADABLE", results.get(3).path("grade").asText());
    run.tasks(1);
    JsonNode audit = run.get("/audit");
    assertEquals(0, audit.path("lessons").asInt(), audit::toString);
    assertEquals(4, audit.path("not_replayable").asInt(), audit::toString);
    assertTrue(
        audit.path("counts_agree").asBoolean() && audit.path("curriculum_agrees").asBoolean());
  }

  @Test
  void theGateSaysWhatItRefusesAndWhy(Door door) {
    DrivenRun run = DrivenRun.create(door, "default", 4);
    assertRefused(run, worded(sum("2 + 2"), "5"), "CONFIRMED");
    assertRefused(run, worded(sum("2 / 0"), "5"), "SOLVABLE");
    assertRefused(run, worded("What is 2 + 2?", "4"), "READABLE");
    assertRefused(run, Map.of("family", "nothing", "seed", "1"), "READABLE");
    assertRefused(
        run, Map.of("family", "gcd", "levels", Map.of("depth", 1), "seed", "1"), "READABLE");
    assertRefused(
        run, Map.of("family", "gcd", "levels", Map.of("value", 99), "seed", "1"), "READABLE");
    assertRefused(
        run, Map.of("family", "gcd", "levels", Map.of("\u0000", 1), "seed", "1"), "READABLE");
    propose(run, "spice", SEEDED);
    assertRefused(run, SEEDED, "NEW");
    JsonNode all = run.get("/proposals?limit=3");
    assertEquals(3, all.path("proposals").size());
    assertEquals(
        6, run.get("/proposals?after=" + all.path("next").asText()).path("proposals").size());
  }

  private static void assertRefused(DrivenRun run, Map<String, Object> item, String criterion) {
    JsonNode refused = propose(run, "spice", item).get(0);
    assertEquals("REFUSED", refused.path("state").asText(), refused::toString);
    assertEquals(criterion, refused.path("failures").get(0).path("criterion").asText());
    assertTrue(refused.path("task").isNull() && refused.path("reward").isNull());
  }

  @Test
  void theSameKeyProposesOnce(Door door) {
    DrivenRun run = DrivenRun.create(door, "default", 4);
    String key = UUID.randomUUID().toString();
    JsonNode once = propose(run, "spice", SEEDED, "Idempotency-Key", key);
    assertEquals(once, propose(run, "spice", SEEDED, "Idempotency-Key", key));
    assertEquals(1, run.get("/proposals").path("proposals").size());
    Map<String, Object> other = Map.of("family", "gcd", "seed", "second");
    for (Map<String, Object> item : List.of(other, worded(sum("2 + 2"), "4")))
      run.door()
          .post(run.path("/proposals"), Map.of("proposals", List.of(item)), "Idempotency-Key", key)
          .expect(422);
  }

  @Test
  void whatCannotBeReadIsABadRequest(Door door) {
    DrivenRun run = DrivenRun.create(door, "default", 4);
    String path = run.path("/proposals");
    List<Map<String, Object>> bad =
        List.of(
            Map.of(),
            Map.of("proposals", List.of()),
            Map.of("proposals", List.of(SEEDED), "shape", "round"),
            Map.of("proposals", List.of(Map.of("family", "gcd"))),
            Map.of("proposals", List.of(Map.of("family", "gcd", "seed", "1", "question", "?"))),
            Map.of("proposals", List.of(worded("x".repeat(5_000), "1"))));
    for (Map<String, Object> body : bad) door.post(path, body).expect(400);
    assertEquals(0, run.get("/proposals").path("proposals").size());
  }
}
