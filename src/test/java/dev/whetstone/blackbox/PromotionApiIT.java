package dev.whetstone.blackbox;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import dev.whetstone.model.host.TinyModels;
import dev.whetstone.model.host.TinyModels.Kind;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A version that arrives at a running server is a candidate, and does not serve unmeasured. */
class PromotionApiIT {
  private static final String VERIFIER = "/api/v1/verifiers/" + TinyModels.NAME;

  @TempDir private Path models;

  @Test
  void aNewVersionWaitsForEvidenceAndTheHistorySaysWhy() throws Exception {
    TinyModels.write(models, 1, Kind.GOOD);
    try (PackagedServer server = PackagedServer.start(launch())) {
      Door door = server.door();
      assertEquals("SERVING", version(door, "1").path("state").asText(), "at once");
      assertEquals("1", door.get(VERIFIER + "/versions").expect(200).path("hosted").asText());
      Map<String, String> asked = Map.of("reason", "why not");
      JsonNode other = door.post(VERIFIER + "/retraining", asked).problem(409);
      assertTrue(
          other.path("detail").asText().contains("model: is step-verifier"), other::toString);

      TinyModels.write(models, 2, Kind.GOOD);
      assertEquals("CANDIDATE", awaitState(door, "2", "CANDIDATE"));
      String reason = awaitReason(door);
      assertTrue(reason.contains("labels import"), reason);
      assertEquals("tiny@1", verifier(door));
      JsonNode waits = door.post(VERIFIER + "/retraining", asked).problem(409);
      assertTrue(waits.path("detail").asText().contains("waits to be measured"), waits::toString);
      door.post(VERIFIER + "/retraining", Map.of()).problem(400);
      assertTrue(door.get("/verifiers").text().contains("it waits to be measured"));

      JsonNode problem =
          door.post(VERIFIER + "/rollback", Map.of("reason", "why not")).problem(409);
      assertEquals("urn:whetstone:problem:not-rolled-back", problem.path("type").asText());
      door.post(VERIFIER + "/rollback", Map.of()).problem(400);
      door.get("/api/v1/verifiers/nobody/versions").problem(404);
      proposals(door);
      server.stop();
    }
  }

  private static void proposals(Door door) {
    for (int first : List.of(-1, 0)) {
      Map<String, Object> item =
          Map.of("problem", "one plus two", "steps", List.of("three"), "first_error", first);
      JsonNode said = door.post(VERIFIER + "/archive", Map.of("items", List.of(item))).expect(200);
      String status = said.findPath("status").asText();
      assertTrue(List.of("ARCHIVED", "NOT_FOOLED").contains(status), said::toString);
    }
    door.get(VERIFIER + "/archive?origin=proposal").expect(200);
    door.get(VERIFIER + "/archive?origin=hearsay").problem(400);
    door.post(VERIFIER + "/archive", Map.of("items", List.of())).problem(400);
  }

  private Launch launch() {
    return Launch.fresh()
        .environment(
            Map.of(
                "WHETSTONE_MODEL_FOLDER",
                models.toString(),
                "WHETSTONE_MODEL_STEP_VERIFIER",
                TinyModels.NAME,
                "WHETSTONE_MODEL_RESCAN",
                "PT0.2S",
                "WHETSTONE_PROMOTION_EVERY",
                "PT0.2S"));
  }

  private static JsonNode version(Door door, String version) {
    Reply reply = door.get(VERIFIER + "/versions");
    if (reply.status() == 200)
      for (JsonNode one : reply.json().path("versions"))
        if (one.path("version").asText().equals(version)) return one;
    return MissingNode.getInstance();
  }

  private static String awaitState(Door door, String version, String wanted)
      throws InterruptedException {
    for (int i = 0; i < 300 && !version(door, version).path("state").asText().equals(wanted); i++)
      Thread.sleep(100);
    return version(door, version).path("state").asText();
  }

  private static String awaitReason(Door door) throws InterruptedException {
    for (int i = 0; i < 300 && version(door, "2").path("events").size() < 2; i++) Thread.sleep(100);
    return version(door, "2").path("events").path(1).path("reason").asText();
  }

  private static String verifier(Door door) {
    Map<String, Object> item = Map.of("problem", "one plus two", "steps", List.of("three"));
    return door.post("/api/v1/verifications", Map.of("items", List.of(item)))
        .expect(200)
        .findPath("verifier")
        .asText();
  }
}
