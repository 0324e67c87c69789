package dev.whetstone.blackbox;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** A server without a generative verifier says so, and what to set. */
@ExtendWith(SharedServer.class)
class NoJudgeIT {
  @Test
  void judgingAndLabellingAreUnavailableAndSayWhy(Door door) {
    Map<String, Object> proof = Map.of("problem", "1 + 1?", "response", "2");
    Map<String, Object> analysis =
        Map.of("problem", "1 + 1?", "proof", "2", "response", "right", "score", 1);
    isUnavailable(door.post("/api/v1/proofs/assessments", proof));
    isUnavailable(door.post("/api/v1/proofs/analyses", analysis));
    isUnavailable(door.post("/api/v1/labellings", Map.of("problem", "1 + 1?", "proof", "2")));
    assertEquals(0, door.get("/api/v1/labellings").expect(200).path("labellings").size());
  }

  private static void isUnavailable(Reply reply) {
    assertEquals(
        "urn:whetstone:problem:no-generative-verifier",
        reply.problem(503).path("type").asText(),
        reply::toString);
    assertNull(reply.again(), "in a second nothing will have changed");
  }
}
