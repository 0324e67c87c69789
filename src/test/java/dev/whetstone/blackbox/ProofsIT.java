package dev.whetstone.blackbox;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Rewards of proofs by a model that judges well, or badly, or not at all. */
class ProofsIT {
  private static final String PROBLEM = "What is 2 + 2 + 3?";
  private static int asked;
  private static Chat chat;
  private static PackagedServer server;

  @BeforeAll
  static void start() throws Exception {
    chat = new Chat(Chat::honest);
    server = PackagedServer.start(Launch.fresh().environment(chat.environment()));
  }

  @AfterAll
  static void stop() {
    if (server != null) server.close();
    chat.close();
  }

  /** Each time another problem, so that nothing is known. */
  private static Reply assess(String proof, String evaluation, String score) {
    String response =
        "## Solution\n" + proof + "\n## Self Evaluation\n" + Chat.evaluation(evaluation, score);
    return post("assessments", Map.of("problem", PROBLEM + " " + asked++, "response", response));
  }

  private static Reply analyse(String response, double score) {
    return post(
        "analyses",
        Map.of("problem", PROBLEM, "proof", Chat.FLAWED, "response", response, "score", score));
  }

  private static Reply post(String what, Map<String, ?> body) {
    return server.door().post("/api/v1/proofs/" + what, body);
  }

  @Test
  void aRightProofThatKnowsItIsWorthAll() {
    JsonNode worth = assess("2 + 2 = 4.\n4 + 3 = 7.", "All is right.", "1").expect(200);
    assertEquals(1.0, worth.path("reward").asDouble(), worth::toString);
    assertEquals(1.0, worth.path("score").asDouble());
    assertEquals("proof_generator@1", worth.path("formula").asText());
    assertTrue(worth.path("verifier").asText().startsWith("tiny@"), worth::toString);
    assertTrue(worth.path("evaluation").path("meta_verifier").asText().startsWith("tiny@"));
    assertFalse(worth.has("error_probability"), "nobody has measured this verifier");
    assertEquals(
        List.of("format", "proof", "agreement", "meta", "evaluation"),
        List.copyOf(names(worth.path("components"))));
  }

  private static List<String> names(JsonNode object) {
    return object.properties().stream().map(Map.Entry::getKey).toList();
  }

  @Test
  void aWrongProofThatAdmitsItIsWorthItsHonesty() {
    JsonNode worth = assess(Chat.FLAWED, "Step 1 is wrong.", "0").expect(200);
    assertEquals(0.24, worth.path("reward").asDouble(), 1e-12, worth::toString);
    JsonNode issue = worth.path("votes").path(0).path("issues").path(0);
    assertEquals(0, issue.path("step").asInt(-1), issue::toString);
    assertEquals("confirmed", issue.path("finding").asText(), issue::toString);
  }

  @Test
  void aWrongProofThatClaimsToBeRightIsWorthNothing() {
    JsonNode worth = assess(Chat.FLAWED, "All is right.", "1").expect(200);
    assertEquals(0.0, worth.path("reward").asDouble(), worth::toString);
    assertEquals(1.0, worth.path("components").path("format").asDouble());
  }

  @Test
  void aBrokenFormatIsWorthNothingAndNobodyIsAsked() {
    int before = chat.answered();
    JsonNode worth =
        post("assessments", Map.of("problem", PROBLEM, "response", "\\boxed{1}")).expect(200);
    assertEquals(0.0, worth.path("reward").asDouble());
    assertEquals(0.0, worth.path("components").path("format").asDouble());
    assertEquals("\"## Solution\" is missing", worth.path("broken").asText());
    assertEquals(before, chat.answered());
  }

  @Test
  void anAnalysisIsPaidForItsScoreAndItsIssues() {
    String good = Chat.honest(Chat.FLAW);
    assertEquals(1.0, analyse(good, 0).expect(200).path("reward").asDouble());
    assertEquals(0.5, analyse(good, 0.5).expect(200).path("reward").asDouble());
    String invented =
        Chat.evaluation("ISSUE | step 2 | logic | fatal | \"the product is 8\" | no", "0");
    int before = chat.answered();
    JsonNode worth = analyse(invented, 0).expect(200);
    assertEquals(0.0, worth.path("reward").asDouble(), worth::toString);
    assertEquals(before, chat.answered(), "an invented quote is refuted for free");
    assertEquals(0.0, analyse("Fine.", 1).expect(200).path("reward").asDouble());
  }

  @Test
  void whatIsWrongWithARequestIsTold() {
    post("assessments", Map.of("problem", " ", "response", "r")).problem(400, "problem");
    post("assessments", Map.of("problem", "p")).problem(400, "response");
    post("analyses", Map.of("problem", "p", "proof", " ", "response", "r", "score", 1))
        .problem(400, "proof");
    post("analyses", Map.of("problem", "p", "proof", "q", "response", "r", "score", 0.7))
        .problem(400, "score");
    post(
            "analyses",
            Map.of("problem", "p", "proof", "q\n".repeat(1_025), "response", "r", "score", 1))
        .problem(400, "proof");
  }
}
