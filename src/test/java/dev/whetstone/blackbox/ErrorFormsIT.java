package dev.whetstone.blackbox;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.http.HttpRequest.BodyPublishers;
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
