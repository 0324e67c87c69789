package dev.whetstone.model.remote;

import static dev.whetstone.model.remote.ScriptedServer.after;
import static dev.whetstone.model.remote.ScriptedServer.completion;
import static dev.whetstone.model.remote.ScriptedServer.json;
import static dev.whetstone.model.remote.ScriptedServer.refusing;
import static dev.whetstone.model.remote.ScriptedServer.samples;
import static dev.whetstone.model.remote.ScriptedServer.saying;
import static dev.whetstone.model.remote.ScriptedServer.settings;
import static dev.whetstone.model.remote.ScriptedServer.typed;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.whetstone.model.remote.Outcome.Answered;
import dev.whetstone.model.remote.Outcome.Failed;
import dev.whetstone.model.remote.ScriptedServer.Act;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.SplittableRandom;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever a server does, there is a clear outcome in time, and nothing is left. */
class FaultyServerTest {
  private static final List<Message> QUESTION = List.of(Message.user("Is 2 + 2 = 4?"));
  private static final Sampling SAMPLING = new Sampling(1, 1, 64, OptionalLong.empty());
  private static final Duration PATIENCE = Duration.ofSeconds(10);
  private static final Duration SLACK = Duration.ofMillis(200);

  private static Outcome ask(String url, Duration patience, String... pairs) {
    try (ChatClient client =
        new ChatClient(settings(url, pairs), InstantSource.system(), new SplittableRandom(1))) {
      long start = System.nanoTime();
      Outcome outcome = samples(client, QUESTION, SAMPLING, 1, patience).all().getFirst();
      Duration taken = Duration.ofNanos(System.nanoTime() - start);
      assertTrue(taken.compareTo(patience.plus(SLACK)) < 0, "took " + taken);
      return outcome;
    }
  }

  private static Failed fail(String url, Duration patience, String... pairs) {
    return assertInstanceOf(Failed.class, ask(url, patience, pairs));
  }

  private static Failed fail(Act act, String... pairs) throws IOException {
    try (ScriptedServer server = new ScriptedServer(act)) {
      return fail(server.url(), PATIENCE, pairs);
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "null",
        "[]",
        "{",
        "{}",
        "not JSON",
        "{\"choices\":[]}",
        "{\"choices\":{}}",
        "{\"choices\":[7]}",
        "{\"choices\":[{}]}",
        "{\"choices\":[{\"message\":null}]}",
        "{\"choices\":[{\"message\":{\"content\":null}}]}",
        "{\"choices\":[{\"message\":{\"content\":[\"Yes\"]}}]}",
        "{\"choices\":[{\"message\":{\"content\":\"Yes",
        "{\"choices\":[{\"message\":{\"content\":\"Yes\"}}]} {}",
        "{\"error\":{\"message\":\"out of memory\"}}"
      })
  void whatIsNoChatCompletionIsUnreadable(String body) throws IOException {
    Failed failed = fail(json(body));
    assertEquals(Reason.UNREADABLE, failed.reason());
    assertEquals(1, failed.attempts());
  }

  @Test
  void deepNestingIsUnreadableWithoutOverflow() throws IOException {
    assertEquals(Reason.UNREADABLE, fail(json("[".repeat(1_000_000))).reason());
    assertEquals(Reason.UNREADABLE, fail(json("{\"x\":" + "[".repeat(1_000_000))).reason());
  }

  @Test
  void anotherContentTypeIsUnreadable() throws IOException {
    Failed failed = fail(typed("text/html; charset=utf-8", completion("Yes.")));
    assertEquals(Reason.UNREADABLE, failed.reason());
    assertEquals("the server answers text/html, not JSON", failed.detail());
  }

  @ParameterizedTest
  @ValueSource(strings = {"application/json", "Application/JSON; charset=utf-8", "a/problem+json"})
  void jsonGoesByManyNames(String type) throws IOException {
    try (ScriptedServer server = new ScriptedServer(typed(type, completion("Yes.")))) {
      assertInstanceOf(Answered.class, ask(server.url(), PATIENCE));
    }
  }

  @Test
  void usageThatIsNoCountIsNoUsage() throws IOException {
    for (String usage : List.of("-1", "\"many\"", "1e9", "99999999999999999999", "null", "{}")) {
      String body =
          "{\"usage\":{\"prompt_tokens\":%s,\"completion_tokens\":2},\"choices\":[{\"message\":{\"content\":\"Yes\"}}]}"
              .formatted(usage);
      try (ScriptedServer server = new ScriptedServer(json(body))) {
        Answered answered = assertInstanceOf(Answered.class, ask(server.url(), PATIENCE));
        assertEquals(Optional.empty(), answered.usage());
      }
    }
  }

  @Test
  void thoughtsWithoutAnAnswerAreAnAnswerCutOff() throws IOException {
    String body =
        "{\"choices\":[{\"finish_reason\":\"length\",\"message\":{\"content\":null,\"reasoning_content\":\"hm\"}}]}";
    try (ScriptedServer server = new ScriptedServer(json(body))) {
      Answered answered = assertInstanceOf(Answered.class, ask(server.url(), PATIENCE));
      assertTrue(answered.isCutOff());
      assertEquals(Optional.of("hm"), answered.thoughts());
    }
  }

  @Test
  void aGigabyteIsNotRead() throws Exception {
    CountDownLatch stopped = new CountDownLatch(1);
    Act gigabyte =
        exchange -> {
          exchange.getResponseHeaders().add("Content-Type", "application/json");
          exchange.sendResponseHeaders(200, 0);
          byte[] part = "x".repeat(1 << 16).getBytes(StandardCharsets.UTF_8);
          try (OutputStream out = exchange.getResponseBody()) {
            for (int i = 0; i < 1 << 14; i++) out.write(part);
          } catch (IOException _) {
            stopped.countDown();
          }
        };
    assertEquals(Reason.TOO_LARGE, fail(gigabyte, "max-response-bytes", "100000").reason());
    assertTrue(stopped.await(5, TimeUnit.SECONDS), "the server still writes");
  }

  @Test
  void anAnswerMayHaveAsManyBytesAsAreAllowedAndNoMore() throws IOException {
    String body = completion("Yes.");
    try (ScriptedServer server = new ScriptedServer(json(body))) {
      String exactly = Integer.toString(body.length());
      String fewer = Integer.toString(body.length() - 1);
      assertInstanceOf(Answered.class, ask(server.url(), PATIENCE, "max-response-bytes", exactly));
      assertEquals(
          Reason.TOO_LARGE, fail(server.url(), PATIENCE, "max-response-bytes", fewer).reason());
    }
  }

  @ParameterizedTest
  @CsvSource({
    "400,REFUSED,1",
    "401,REFUSED,1",
    "404,REFUSED,1",
    "422,REFUSED,1",
    "302,REFUSED,1",
    "501,REFUSED,1",
    "408,BUSY,3",
    "429,BUSY,3",
    "503,BUSY,3",
    "500,SERVER_ERROR,3",
    "502,SERVER_ERROR,3",
    "504,SERVER_ERROR,3"
  })
  void onlyWhatMayPassIsTriedAgain(int status, Reason reason, int attempts) throws IOException {
    Failed failed = fail(refusing(status, "no\nway"), "retries", "2");
    assertEquals(reason, failed.reason());
    assertEquals(attempts, failed.attempts());
    assertEquals("the server answers " + status, failed.detail());
    assertEquals("no way", failed.said());
  }

  @Test
  void theKeyIsNotRepeated() throws IOException {
    Failed failed = fail(refusing(401, "wrong key sk-secret"), "api-key", "sk-secret");
    assertEquals("wrong key ***", failed.said());
  }

  @Test
  void aServerThatRecoversIsAnswered() throws IOException {
    try (ScriptedServer server =
        new ScriptedServer(
            refusing(503, "loading"), refusing(500, "oops"), exchange -> {}, saying("Yes."))) {
      assertInstanceOf(Answered.class, ask(server.url(), PATIENCE));
      assertEquals(4, server.asked().size());
    }
  }

  @Test
  void itsWishToWaitIsHeeded() throws IOException {
    try (ScriptedServer server =
        new ScriptedServer(refusing(429, "slow down", "Retry-After", "1"), saying("Yes."))) {
      long start = System.nanoTime();
      assertInstanceOf(Answered.class, ask(server.url(), PATIENCE));
      assertTrue(System.nanoTime() - start >= 1_000_000_000L);
    }
  }

  @Test
  void aWishToWaitBeyondTheDeadlineIsNotWaitedFor() throws IOException {
    try (ScriptedServer server =
        new ScriptedServer(refusing(429, "slow down", "Retry-After", "3600"))) {
      long start = System.nanoTime();
      assertEquals(Reason.BUSY, fail(server.url(), PATIENCE).reason());
      assertTrue(System.nanoTime() - start < 2_000_000_000L);
    }
  }

  @Test
  void retriesOfAllSamplesTogetherAreBounded() throws IOException {
    try (ScriptedServer server = new ScriptedServer(refusing(503, "busy"));
        ChatClient client =
            new ChatClient(
                settings(server.url(), "retry-share", "0.1", "retry-reserve", "5"),
                InstantSource.fixed(Instant.EPOCH),
                new SplittableRandom(1))) {
      samples(client, QUESTION, SAMPLING, 100, PATIENCE).all();
      assertTrue(client.spent().retries() <= 15, () -> "" + client.spent());
      assertTrue(client.spent().retries() >= 5, () -> "" + client.spent());
      assertEquals(100 + client.spent().retries(), client.spent().requests());
    }
  }

  @Test
  void whereNobodyListensNothingIsReached() throws IOException {
    int port;
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      port = socket.getLocalPort();
    }
    Failed failed = fail("http://127.0.0.1:%d/v1".formatted(port), PATIENCE, "retries", "2");
    assertEquals(Reason.UNREACHABLE, failed.reason());
    assertEquals(3, failed.attempts());
    assertEquals(
        Reason.UNREACHABLE, fail("http://nobody.invalid/v1", PATIENCE, "retries", "0").reason());
  }

  @Test
  void aServerThatDiesInMidAnswerBreaksOff() throws IOException {
    Act dying =
        exchange -> {
          exchange.getResponseHeaders().add("Content-Type", "application/json");
          exchange.sendResponseHeaders(200, 10_000);
          exchange.getResponseBody().write("{\"choices\":[".getBytes(StandardCharsets.UTF_8));
          exchange.getResponseBody().flush();
        };
    Failed failed = fail(dying, "retries", "1");
    assertEquals(Reason.BROKEN_OFF, failed.reason());
    assertEquals(2, failed.attempts());
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 150, 1_000})
  void theDeadlineIsKeptHoweverLateTheServer(int millis) throws IOException {
    try (ScriptedServer server = new ScriptedServer(after(60_000, saying("late")))) {
      Failed failed = fail(server.url(), Duration.ofMillis(millis));
      assertEquals(Reason.DEADLINE, failed.reason());
    }
  }

  @Test
  void aHungRequestIsTriedAgain() throws IOException {
    try (ScriptedServer server =
        new ScriptedServer(after(60_000, saying("late")), saying("Yes."))) {
      assertInstanceOf(Answered.class, ask(server.url(), PATIENCE, "attempt-timeout", "PT0.3S"));
      assertEquals(2, server.asked().size());
    }
  }

  @Test
  void waitingForATurnCountsToo() throws IOException {
    try (ScriptedServer server = new ScriptedServer(after(300, saying("Yes.")));
        ChatClient client =
            new ChatClient(
                settings(server.url(), "concurrency", "1"),
                InstantSource.system(),
                new SplittableRandom(1))) {
      List<Outcome> outcomes = samples(client, QUESTION, SAMPLING, 8, Duration.ofMillis(700)).all();
      assertEquals(2, outcomes.stream().filter(Answered.class::isInstance).count());
    }
  }

  @Test
  void dripsAreCutAtTheDeadlineAndTheConnectionWithThem() throws Exception {
    CountDownLatch stopped = new CountDownLatch(1);
    Act dripping =
        exchange -> {
          exchange.getResponseHeaders().add("Content-Type", "application/json");
          exchange.sendResponseHeaders(200, 0);
          try (OutputStream out = exchange.getResponseBody()) {
            for (int i = 0; i < 1_000; i++) {
              out.write(' ');
              out.flush();
              Thread.sleep(10);
            }
          } catch (IOException _) {
            stopped.countDown();
          }
        };
    try (ScriptedServer server = new ScriptedServer(dripping);
        ChatClient client =
            new ChatClient(
                settings(server.url()), InstantSource.system(), new SplittableRandom(1))) {
      Outcome outcome =
          samples(client, QUESTION, SAMPLING, 1, Duration.ofMillis(300)).all().getFirst();
      assertEquals(Reason.DEADLINE, assertInstanceOf(Failed.class, outcome).reason());
      assertTrue(stopped.await(2, TimeUnit.SECONDS), "the connection is still open");
    }
  }

  @Test
  void aSilentServerSeesTheConnectionClosed() throws Exception {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      CompletableFuture<Long> closed = CompletableFuture.supplyAsync(() -> readToTheEnd(socket));
      String url = "http://127.0.0.1:%d/v1".formatted(socket.getLocalPort());
      try (ChatClient client =
          new ChatClient(settings(url), InstantSource.system(), new SplittableRandom(1))) {
        samples(client, QUESTION, SAMPLING, 1, Duration.ofMillis(200)).all();
        assertTrue(closed.get(2, TimeUnit.SECONDS) > 0);
      }
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"SSH-2.0-OpenSSH_9.2\r\n", "HTTP/1.1 999999 \r\n\r\n", "\0\0\0\0"})
  void whatIsNoHttpIsNoAnswer(String rubbish) throws Exception {
    try (ServerSocket socket = new ServerSocket(0, 8, InetAddress.getLoopbackAddress())) {
      Thread.ofVirtual().start(() -> answerAll(socket, rubbish));
      String url = "http://127.0.0.1:%d/v1".formatted(socket.getLocalPort());
      Failed failed = fail(url, Duration.ofSeconds(3), "retries", "1");
      assertTrue(failed.reason().isPassing(), failed::toString);
      assertEquals(2, failed.attempts());
    }
  }

  @Test
  void datesToWaitForAreReadByTheClock() {
    Instant now = Instant.parse("2030-01-01T00:00:00Z");
    assertEquals(Duration.ofSeconds(90), retryAfter("Tue, 1 Jan 2030 00:01:30 GMT", now));
    assertEquals(Duration.ofMinutes(2), retryAfter(" 120 ", now));
    for (String nothing :
        List.of("", "-5", "soon", "1e3", "9".repeat(40), "Mon, 31 Dec 2029 00:00:00 GMT"))
      assertEquals(Duration.ZERO, retryAfter(nothing, now), nothing);
  }

  @Test
  void pausesDoubleToABoundAndAreDrawnEvenly() {
    Backoff backoff =
        new Backoff(Duration.ofMillis(100), Duration.ofSeconds(1), new SplittableRandom(5));
    for (int attempt = 1; attempt < 100; attempt++) {
      Duration pause = backoff.pause(attempt, Duration.ofSeconds(2)).minusSeconds(2);
      assertFalse(pause.isNegative());
      assertTrue(pause.toMillis() <= Math.min(1_000, 100L << Math.min(attempt - 1, 10)));
    }
  }

  private static Duration retryAfter(String value, Instant now) {
    return RetryAfter.in(
        java.net.http.HttpHeaders.of(
            java.util.Map.of("Retry-After", List.of(value)), (_, _) -> true),
        now);
  }

  private static long readToTheEnd(ServerSocket socket) {
    try (Socket connection = socket.accept()) {
      return connection.getInputStream().transferTo(OutputStream.nullOutputStream());
    } catch (IOException e) {
      // Reset rather than closed: it is gone all the same.
      return 1;
    }
  }

  private static void answerAll(ServerSocket socket, String rubbish) {
    while (!socket.isClosed()) {
      try (Socket connection = socket.accept()) {
        connection.getInputStream().read();
        connection.getOutputStream().write(rubbish.getBytes(StandardCharsets.UTF_8));
      } catch (IOException _) {
        // The test is over, or the client has gone.
      }
    }
  }
}
