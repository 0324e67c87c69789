package dev.whetstone.blackbox;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** A body of up to 8 MiB is read; a larger one is refused, however it is announced. */
@ExtendWith(SharedServer.class)
class OversizeIT {
  private static final int LIMIT = 8 * 1024 * 1024;
  private static final String HEAD =
      "POST /api/v1/score HTTP/1.1\nContent-Type: application/json\n";
  private static final byte[] BLOCK = " ".repeat(65_536).getBytes(StandardCharsets.US_ASCII);

  @AfterEach
  void nothingIsHarmed(Witness witness) {
    witness.isUnharmed();
  }

  @Test
  void aLargeBodyIsRead(Door door) {
    Map<String, String> item = Map.of("reference", "4", "completion", " ".repeat(262_000) + "4");
    String body = Door.json(Map.of("items", Collections.nCopies(31, item)));
    assertTrue(body.length() > LIMIT * 0.95 && body.length() <= LIMIT);

    Reply reply = door.post("/api/v1/score", body);

    assertEquals(31, reply.expect(200).path("results").size());
    for (var result : reply.json().path("results"))
      assertEquals(1.0, result.path("reward").asDouble());
  }

  @Test
  void aLargerBodyOfToldLengthIsRefused(Door door) throws IOException {
    long length = LIMIT + (long) BLOCK.length;
    Reply reply =
        RawHttp.send(
            door,
            HEAD + "Content-Length: " + length,
            out -> {
              for (long sent = 0; sent < length; sent += BLOCK.length) out.write(BLOCK);
            });
    reply.problem(413);
  }

  @Test
  void aLengthBeyondMeasureIsRefusedBeforeTheBodyComes(Door door) throws IOException {
    RawHttp.send(door, HEAD + "Content-Length: 1000000000000", out -> {}).problem(413);
  }

  @Test
  void whoAsksBeforeSendingIsToldNotTo(Door door) throws IOException {
    String head = HEAD + "Expect: 100-continue\nContent-Length: 100000000";
    RawHttp.send(door, head, out -> {}).problem(413);
  }

  @Test
  void aLargerBodyInChunksIsRefused(Door door) throws IOException {
    byte[] size = (Integer.toHexString(BLOCK.length) + "\r\n").getBytes(StandardCharsets.US_ASCII);
    byte[] end = "\r\n".getBytes(StandardCharsets.US_ASCII);
    Reply reply =
        RawHttp.send(
            door,
            HEAD + "Transfer-Encoding: chunked",
            out -> {
              for (int sent = 0; sent < 2 * LIMIT; sent += BLOCK.length)
                for (byte[] part : List.of(size, BLOCK, end)) out.write(part);
            });
    reply.problem(413);
  }
}
