package dev.whetstone.blackbox;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code train}: killed on its way, resumed, and served by a server that runs. */
class TrainIT {
  private static final Path RECIPE = Launch.HOME.resolve("src/test/resources/training/small.yaml");
  private static final String TOKENIZER = "step-verifier/5/tokenizer.json";

  @TempDir private Path folder;

  @Test
  void aNewVersionIsServedByARunningServerAndAKillOnTheWayChangesNoBit() throws Exception {
    Path models = models("whole");
    Launch launch =
        Launch.fresh()
            .environment(
                Map.of(
                    "WHETSTONE_MODEL_FOLDER", models.toString(),
                    "WHETSTONE_MODEL_STEP_VERIFIER", "toy",
                    "WHETSTONE_MODEL_RESCAN", "PT0.5S"));
    try (PackagedServer server = PackagedServer.start(launch)) {
      assertEquals(503, verification(server).status(), "nothing serves yet");

      String said = train(models, launch.data(), "whole").succeeds();

      assertTrue(said.contains("Version toy@1 lies in "), said);
      assertEquals("toy@1", awaitVerifier(server));
      server.stop();
    }

    Path again = models("again");
    Path data = folder.resolve("data");
    PreparedData.copyTo(data);
    Command killed = train(again, data, "killed");
    killed.says("step 20:");
    killed.kill();
    Command resumed = train(again, data, "resumed");
    assertTrue(resumed.succeeds().contains("Going on from the checkpoint at step"), resumed.said());

    assertEquals(-1, Files.mismatch(weights(models), weights(again)), "the same weights");
    assertEquals(List.of(), leftovers(again), "what is published needs no checkpoint");
  }

  private static List<Path> leftovers(Path models) throws IOException {
    try (Stream<Path> all = Files.walk(models.resolve("toy"))) {
      return all.filter(path -> path.toString().matches(".*(checkpoint|cutoff|draft).*")).toList();
    }
  }

  private Path models(String name) throws IOException {
    Path models = folder.resolve(name);
    Files.createDirectories(models.resolve(TOKENIZER).getParent());
    Files.copy(Launch.HOME.resolve("models").resolve(TOKENIZER), models.resolve(TOKENIZER));
    return models;
  }

  private Command train(Path models, Path data, String log) throws IOException {
    return Command.start(
        folder.resolve(log + ".log"),
        "train",
        RECIPE.toString(),
        "--models",
        models.toString(),
        "--data",
        data.toString());
  }

  private static Path weights(Path models) {
    return models.resolve("toy/1/weights.safetensors");
  }

  private static Reply verification(PackagedServer server) {
    return server
        .door()
        .post(
            "/api/v1/verifications",
            Map.of(
                "items",
                List.of(Map.of("problem", "Calculate 1 + 2.", "steps", List.of("1 + 2 = 3")))));
  }

  private static String awaitVerifier(PackagedServer server) throws InterruptedException {
    for (int i = 0; i < 600; i++) {
      Reply reply = verification(server);
      if (reply.status() == 200) {
        JsonNode body = reply.json();
        return body.findValue("verifier").asText();
      }
      Thread.sleep(100);
    }
    throw new AssertionError("the new version was never served");
  }
}
