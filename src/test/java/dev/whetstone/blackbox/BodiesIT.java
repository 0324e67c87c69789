package dev.whetstone.blackbox;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Bodies that come zipped, or in pieces of untold length, are held to the same limits. */
@ExtendWith(SharedServer.class)
class BodiesIT {
  private static final int LIMIT = 8 * 1024 * 1024;
  private static final Duration AT_ONCE = Duration.ofSeconds(3);
  private static final String SCORE = "/api/v1/score";
  private static final String ITEM = "{\"items\":[{\"reference\":\"4\",\"completion\":\"4\"}]}";

  /** A door of each form of errors, and what names the fault there. */
  private static final Map<String, String> DOORS =
      Map.of(
          "/reasoning-gym/experiments",
          "/detail",
          "/atropos/scored_data",
          "/detail",
          "/tei/exact/predict",
          "/error",
          "/score",
          "/error/message",
          SCORE,
          "/detail");

  @AfterEach
  void nothingIsHarmed(Witness witness) {
    witness.isUnharmed();
  }

  @Test
  void zippedBodiesAreRead(Door door) throws IOException {
    String large = " ".repeat(LIMIT - ITEM.length()) + ITEM;
    for (String encoding : List.of("gzip", "x-gzip", "GZIP"))
      assertEquals(1.0, reward(door.post(SCORE, zip(large), "Content-Encoding", encoding)));
    assertEquals(1.0, reward(door.post(SCORE, ITEM, "Content-Encoding", "identity")));
    byte[] zipped = zip(large);
    Reply streamed =
        door.send(
            "POST",
            SCORE,
            BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(zipped)),
            "Content-Type",
            "application/json",
            "Content-Encoding",
            "gzip");
    assertEquals(1.0, reward(streamed));
  }

  @Test
  void whatIsTooLargeUnzippedIsToldInEveryForm(Door door) throws IOException {
    byte[] bomb = bomb("", ' ');
    assertTrue(bomb.length < 2 << 20);
    for (Map.Entry<String, String> form : DOORS.entrySet()) {
      Reply reply = door.post(form.getKey(), bomb, "Content-Encoding", "gzip");
      assertEquals(413, reply.status(), reply::toString);
      assertTrue(reply.json().at(form.getValue()).asText().contains("8388608"), reply::toString);
      assertTrue(reply.took().compareTo(AT_ONCE) < 0, reply::toString);
    }
  }

  @Test
  void alsoInTheMidstOfAText(Door door) throws IOException {
    byte[] bomb = bomb("{\"items\":[{\"reference\":\"4\",\"completion\":\"", 'x');
    door.post(SCORE, bomb, "Content-Encoding", "gzip").problem(413, "body");
  }

  /** No JSON from its first byte on: nothing of the rest is looked at. */
  @Test
  void zerosAreRefusedAtOnce(Door door) throws IOException {
    Reply reply = door.post(SCORE, bomb("", '\0'), "Content-Encoding", "gzip");
    reply.problem(400);
    assertTrue(reply.took().compareTo(AT_ONCE) < 0, reply::toString);
  }

  @Test
  void otherEncodingsAreRefusedByName(Door door) {
    for (String encoding : List.of("br", "zstd", "deflate", "gzip, gzip")) {
      Reply reply = door.post(SCORE, ITEM, "Content-Encoding", encoding);
      reply.problem(415, "Content-Encoding");
      assertTrue(reply.json().path("mend").asText().contains("gzip"), reply::toString);
    }
    Reply tei = door.post("/tei/exact/predict", ITEM, "Content-Encoding", "br");
    assertEquals(415, tei.status(), tei::toString);
    assertTrue(tei.json().path("error").asText().contains("gzip"), tei::toString);
  }

  @Test
  void whatIsNoGzipIsToldSo(Door door) throws IOException {
    byte[] whole = zip(ITEM);
    byte[] spoilt = whole.clone();
    spoilt[whole.length - 6] ^= 1;
    for (byte[] body :
        List.of(
            ITEM.getBytes(StandardCharsets.UTF_8),
            Arrays.copyOf(whole, whole.length / 2),
            Arrays.copyOf(whole, 5),
            spoilt)) {
      Reply reply = door.post(SCORE, body, "Content-Encoding", "gzip");
      JsonNode problem = reply.problem(400);
      assertTrue(problem.path("detail").asText().contains("gzip"), reply::toString);
    }
  }

  /** A header of gzip may be of any length; it is part of the body all the same. */
  @Test
  void whatIsSentIsLimitedToo(Door door) throws IOException {
    byte[] head = {31, (byte) 139, 8, 8, 0, 0, 0, 0, 0, 0};
    byte[] block = "n".repeat(65_536).getBytes(StandardCharsets.US_ASCII);
    Reply reply =
        RawHttp.send(
            door,
            chunked(SCORE) + "\nContent-Encoding: gzip",
            out -> {
              chunk(out, head);
              for (int sent = 0; sent < 2 * LIMIT; sent += block.length) chunk(out, block);
            });
    reply.problem(413);
  }

  @Test
  void bodiesOfUntoldLengthAreCountedAmongThoseInFlight(Door door) throws IOException {
    byte[] part = " ".repeat(LIMIT - 10_000).getBytes(StandardCharsets.US_ASCII);
    byte[] more = (" ".repeat(100_000) + ITEM).getBytes(StandardCharsets.UTF_8);
    List<Socket> open = new ArrayList<>();
    try {
      for (int i = 0; i < 4; i++) open.add(begun(door, part));
      Reply reply = awaited(door, more, 503);
      assertTrue(reply.problem(503).path("detail").asText().contains("in flight"));
      assertEquals("1", reply.again());
    } finally {
      for (Socket socket : open) socket.close();
    }
    assertEquals(1.0, reward(awaited(door, more, 200)));
  }

  /** What was sent last is read a moment later. */
  private static Reply awaited(Door door, byte[] body, int status) {
    for (int i = 0; ; i++) {
      Reply reply = door.post(SCORE, body);
      if (reply.status() == status || i == 100) return reply;
      LockSupport.parkNanos(50_000_000);
    }
  }

  private static Socket begun(Door door, byte[] part) throws IOException {
    URI base = URI.create(door.base());
    Socket socket = new Socket(base.getHost(), base.getPort());
    String head = chunked(SCORE) + "\nHost: test\n\n";
    socket
        .getOutputStream()
        .write(head.replace("\n", "\r\n").getBytes(StandardCharsets.ISO_8859_1));
    chunk(socket.getOutputStream(), part);
    return socket;
  }

  private static String chunked(String path) {
    return "POST " + path + " HTTP/1.1\nContent-Type: application/json\nTransfer-Encoding: chunked";
  }

  private static void chunk(OutputStream out, byte[] bytes) throws IOException {
    out.write((Integer.toHexString(bytes.length) + "\r\n").getBytes(StandardCharsets.US_ASCII));
    out.write(bytes);
    out.write("\r\n".getBytes(StandardCharsets.US_ASCII));
    out.flush();
  }

  private static double reward(Reply reply) {
    assertFalse(reply.expect(200).path("results").isEmpty(), reply::toString);
    return reply.json().at("/results/0/reward").asDouble(-1);
  }

  /** 128 MB, zipped to a thousandth. */
  private static byte[] bomb(String start, char of) throws IOException {
    byte[] block = Character.toString(of).repeat(1 << 20).getBytes(StandardCharsets.US_ASCII);
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (GZIPOutputStream out = new GZIPOutputStream(bytes)) {
      out.write(start.getBytes(StandardCharsets.US_ASCII));
      for (int i = 0; i < 128; i++) out.write(block);
    }
    return bytes.toByteArray();
  }

  private static byte[] zip(String text) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (GZIPOutputStream out = new GZIPOutputStream(bytes)) {
      out.write(text.getBytes(StandardCharsets.UTF_8));
    }
    return bytes.toByteArray();
  }
}
