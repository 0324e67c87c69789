package dev.whetstone.blackbox;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
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
      assertReused(run, item, "spice", key);
    assertReused(run, SEEDED, "variance", key);
  }

  @Test
  void anotherAnswerOrAnotherFaultUnderAKeyIsAnotherProposal(Door door) {
    DrivenRun run = DrivenRun.create(door, "default", 4);
    List<Map<String, Object>> all =
        List.of(worded(sum("2 + 2"), "5"), worded(sum("2 + 2"), "6"), Map.of("family", "gcd"));
    for (Map<String, Object> first : all) {
      String key = UUID.randomUUID().toString();
      JsonNode once = propose(run, "spice", first, "Idempotency-Key", key);
      for (Map<String, Object> then : all)
        if (then.equals(first))
          assertEquals(once, propose(run, "spice", then, "Idempotency-Key", key));
        else assertReused(run, then, "spice", key);
    }
    assertEquals(all.size(), run.get("/proposals").path("proposals").size());
  }

  private static void assertReused(
      DrivenRun run, Map<String, Object> item, String shape, String key) {
    Map<String, Object> body = Map.of("proposals", List.of(item), "shape", shape);
    run.door()
        .post(run.path("/proposals"), body, "Idempotency-Key", key)
        .problem(422, "Idempotency-Key");
  }

  @Test
  void aBadItemIsRefusedAloneAndToldWhatIsWrong(Door door) {
    DrivenRun run = DrivenRun.create(door, "default", 4);
    Map<String, Object> manyLevels =
        IntStream.range(0, 33).boxed().collect(Collectors.toMap(i -> "level" + i, i -> 1));
    Map<String, Map<String, Object>> bad =
        Map.of(
            "family is missing; give a text", Map.of("seed", "1"),
            "neither or both of seed and question; give levels and seed, or question",
                Map.of("family", "gcd", "seed", "1", "question", "?"),
            "answer is missing; give a text", Map.of("family", "gcd", "question", "?"),
            "question has 5000 characters; give at most 4000 characters",
                worded("x".repeat(5_000), "1"),
            "levels is 33; give a whole number from 0 to 32",
                Map.of("family", "gcd", "seed", "1", "levels", manyLevels));
    bad.forEach(
        (why, item) -> {
          Map<String, Object> good = Map.of("family", "gcd", "seed", UUID.randomUUID().toString());
          JsonNode two =
              door.post(run.path("/proposals"), Map.of("proposals", List.of(item, good)))
                  .expect(200)
                  .path("proposals");
          JsonNode failure = two.get(0).path("failures").get(0);
          assertEquals("REFUSED", two.get(0).path("state").asText(), two::toString);
          assertEquals("READABLE", failure.path("criterion").asText());
          assertEquals(why, failure.path("why").asText());
          assertEquals("PENDING", two.get(1).path("state").asText(), two::toString);
        });
  }

  @Test
  void anItemOfAnotherTypeIsABadRequestThatNamesItsPlace(Door door) {
    DrivenRun run = DrivenRun.create(door, "default", 4);
    String path = run.path("/proposals");
    List<Object> nulls = new ArrayList<>(List.of(SEEDED));
    nulls.add(null);
    door.post(path, Map.of("proposals", nulls)).problem(400, "proposals[1]");
    Map<String, Object> number = Map.of("family", "gcd", "seed", 1);
    door.post(path, Map.of("proposals", List.of(SEEDED, number))).problem(400, "proposals[1].seed");
  }

  @Test
  void whatCannotBeReadIsABadRequest(Door door) {
    DrivenRun run = DrivenRun.create(door, "default", 4);
    String path = run.path("/proposals");
    List<Map<String, Object>> bad =
        List.of(
            Map.of(),
            Map.of("proposals", List.of()),
            Map.of("proposals", List.of(SEEDED), "shape", "round"));
    for (Map<String, Object> body : bad) door.post(path, body).expect(400);
    assertEquals(0, run.get("/proposals").path("proposals").size());
  }
}
