package dev.whetstone.blackbox;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import dev.whetstone.model.host.TinyModels;
import dev.whetstone.model.host.TinyModels.Kind;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Model folders with every fault: each is refused by name, and what is good serves on. */
class ModelFoldersIT {
  /**
   * @param reason a part of what is said of it
   */
  private record Fault(Kind kind, String reason) {}

  private static final List<Fault> FAULTS =
      List.of(
          new Fault(Kind.CUT_SHORT_AFTER_ITS_CARD, "model.pt"),
          new Fault(Kind.CUT_SHORT_BEFORE_ITS_CARD, "model.pt"),
          new Fault(Kind.TOKENIZER_WITHOUT_SEPARATOR, "<end>"),
          new Fault(Kind.TOKENIZER_OF_OTHER_WORDS, "golden"),
          new Fault(Kind.NO_TOKENIZER, "tokenizer.json"),
          new Fault(Kind.NO_WEIGHTS, "model.pt"),
          new Fault(Kind.WRONG_SHAPE, "its output is [1, 2]"),
          new Fault(Kind.BROKEN_CARD, "card.json"));

  @TempDir private Path models;

  @Test
  void faultyVersionsAreRefusedByNameWhereverTheyComeFromAndTheGoodOneServes() throws Exception {
    writeFaulty(2);
    try (PackagedServer server = PackagedServer.start(launch(models))) {
      areRefused(server.door(), 2);
      isUnavailable(server.door());

      TinyModels.write(models, 1, Kind.GOOD);
      assertEquals("tiny@1", awaitVerifier(server.door(), "tiny@1"));

      writeFaulty(100);
      awaitListed(server.door(), 1 + 2 * FAULTS.size());
      areRefused(server.door(), 2);
      areRefused(server.door(), 100);
      assertEquals("SERVING", version(server.door(), 1).path("state").asText());
      assertEquals("tiny@1", awaitVerifier(server.door(), "tiny@1"));

      TinyModels.write(models, 200, Kind.GOOD);
      assertEquals("tiny@200", awaitVerifier(server.door(), "tiny@200"));
      assertEquals("STANDBY", version(server.door(), 1).path("state").asText());
      server.stop();
    }
  }

  static Launch launch(Path models) {
    return Launch.fresh()
        .environment(
            Map.of(
                "WHETSTONE_MODEL_FOLDER",
                models.toString(),
                "WHETSTONE_MODEL_STEP_VERIFIER",
                TinyModels.NAME,
                "WHETSTONE_MODEL_RESCAN",
                "PT1S",
                "WHETSTONE_PROMOTION_ENABLED",
                "false"));
  }

  /** One version of each, from this one on. */
  private void writeFaulty(int from) throws Exception {
    for (int i = 0; i < FAULTS.size(); i++) TinyModels.write(models, from + i, FAULTS.get(i).kind);
  }

  private static void areRefused(Door door, int from) {
    for (int i = 0; i < FAULTS.size(); i++) {
      Fault fault = FAULTS.get(i);
      JsonNode version = version(door, from + i);
      assertEquals("REFUSED", version.path("state").asText(), () -> fault + ": " + version);
      String told = version.path("reason").asText();
      assertTrue(told.contains(fault.reason), () -> fault + ": " + told);
    }
  }

  private static void isUnavailable(Door door) {
    JsonNode problem = verify(door).problem(503);
    assertEquals("urn:whetstone:problem:no-verifier", problem.path("type").asText());
    assertTrue(problem.path("detail").asText().contains("tiny@"), problem::toString);
    door.get("/q/health/ready").expect(200);
  }

  private static JsonNode version(Door door, int version) {
    JsonNode models = door.get("/api/v1/models").expect(200);
    return DrivenRun.list(models).stream()
        .filter(model -> model.path("version").asInt() == version)
        .findFirst()
        .orElseThrow(() -> new AssertionError(version + " is not in " + models));
  }

  private static void awaitListed(Door door, int count) throws InterruptedException {
    for (int i = 0; i < 300 && door.get("/api/v1/models").expect(200).size() < count; i++)
      Thread.sleep(100);
  }

  private static Reply verify(Door door) {
    Map<String, Object> item = Map.of("problem", "one plus two", "steps", List.of("three"));
    return door.post("/api/v1/verifications", Map.of("items", List.of(item)));
  }

  /** The verifier that answers, as soon as it is this one, or at the end whichever does. */
  private static String awaitVerifier(Door door, String wanted) throws InterruptedException {
    String last = "";
    for (int i = 0; i < 300 && !last.equals(wanted); i++) {
      Reply reply = verify(door);
      if (reply.status() == 200) last = reply.json().findPath("verifier").asText();
      if (!last.equals(wanted)) Thread.sleep(100);
    }
    return last;
  }
}
