package dev.whetstone.blackbox;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Below a protocol's paths every error has that protocol's form, also where nothing is served. */
@ExtendWith(SharedServer.class)
class ErrorFormsIT {
  private static final String GYM = "/reasoning-gym";

  @AfterEach
  void nothingIsHarmed(Witness witness) {
    witness.isUnharmed();
  }

  @Test
  void whatIsNotServed(Door door) {
    isDetail(404, door.get(GYM + "/nope"));
    isDetail(405, door.send("PUT", GYM + "/experiments", BodyPublishers.noBody()));
    isDetail(
        415,
        door.send(
            "POST", GYM + "/experiments", BodyPublishers.ofString("x"), "Content-Type", "a/b"));
  }

  @Test
  void whatCannotBeRead(Door door) {
    isDetail(400, door.post(GYM + "/experiments", "{"));
    isDetail(400, door.post(GYM + "/experiments", "{\"name\":5}"));
    isDetail(400, door.post(GYM + "/experiments", new byte[] {'"', (byte) 0xff, '"'}));
  }

  @Test
  void whatIsTooLarge(Door door) throws IOException {
    String head = "POST " + GYM + "/experiments HTTP/1.1\nContent-Length: 1000000000000";
    isDetail(413, RawHttp.send(door, head, out -> {}));
  }

  @Test
  void whatIsUnknownComesWithWhatIsKnown(Door door) {
    isKnown(door.post("/slime/nope", Map.of("response", "4", "label", "4")), "verifier", "exact");
    isKnown(door.get("/api/v1/families/nope"), "family", "arithmetic");
    isKnown(door.get("/api/v1/families/nope/examples"), "family", "arithmetic");
    isKnown(door.get("/clients/nope"), "file", ".py");
  }

  private static void isKnown(Reply reply, String field, String known) {
    reply.problem(404, field);
    assertTrue(reply.json().path("detail").asText().contains("nope"), reply::toString);
    assertTrue(reply.json().path("mend").asText().contains(known), reply::toString);
  }

  @Test
  void anyModelServerIsAskedForItsHealth(Door door) {
    assertEquals("UP", door.get("/health").expect(200).path("status").asText());
  }

  @Test
  void labelsAreNamedAsTheirProtocolDoes(Door door) {
    Map<String, Object> batch =
        Map.of("query", List.of("4", "4"), "labels", List.of("4", "task:x"));
    isField("labels[1]", door.post("/openrlhf", batch));
    batch = Map.of("query", List.of("4", "4"), "labels", List.of(" ", "4"));
    isField("labels[0]", door.post("/get_reward", batch));
    isField("label", door.post("/slime/exact", Map.of("response", "4", "label", "task:x")));
    Map<String, Object> truth = Map.of("ground_truth", "task:x");
    Reply roll = door.post("/roll/submit", Map.of("response", "4", "reward_info", truth));
    assertTrue(
        roll.json().path("errmsg").asText().startsWith("reward_info.ground_truth"), roll::toString);
  }

  private static void isField(String field, Reply reply) {
    reply.problem(400, field);
  }

  @Test
  void besideThemItIsOurs(Door door) {
    door.get(GYM + "s/nope").problem(404);
  }

  private static void isDetail(int status, Reply reply) {
    assertEquals(status, reply.status(), reply::toString);
    assertTrue(reply.type().startsWith("application/json"), reply::toString);
    assertFalse(reply.json().path("detail").asText().isBlank(), reply::toString);
    assertEquals(1, reply.json().size(), reply::toString);
  }
}
