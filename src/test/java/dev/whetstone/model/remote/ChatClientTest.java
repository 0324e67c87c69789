package dev.whetstone.model.remote;

import static dev.whetstone.model.remote.ScriptedServer.after;
import static dev.whetstone.model.remote.ScriptedServer.samples;
import static dev.whetstone.model.remote.ScriptedServer.saying;
import static dev.whetstone.model.remote.ScriptedServer.settings;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.whetstone.model.remote.Outcome.Answered;
import dev.whetstone.model.remote.Outcome.Failed;
import dev.whetstone.model.remote.ScriptedServer.Asked;
import java.io.IOException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.OptionalLong;
import java.util.SplittableRandom;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ChatClientTest {
  private static final List<Message> QUESTION = List.of(Message.user("Is 2 + 2 = 4?"));
  private static final Sampling SAMPLING = new Sampling(0.5, 0.9, 64, OptionalLong.of(7));
  private static final Duration PATIENCE = Duration.ofSeconds(10);

  private static ChatClient client(ScriptedServer server, String... pairs) {
    return new ChatClient(
        settings(server.url(), pairs), InstantSource.system(), new SplittableRandom(1));
  }

  @Test
  void eachSampleIsARequestOfItsOwn() throws IOException {
    try (ScriptedServer server = new ScriptedServer(saying("Yes."));
        ChatClient client = client(server, "api-key", "sk-secret")) {
      List<Outcome> outcomes = samples(client, QUESTION, SAMPLING, 3, PATIENCE).all();
      assertEquals(3, outcomes.size());
      for (Outcome outcome : outcomes)
        assertEquals("Yes.", assertInstanceOf(Answered.class, outcome).text());
      Asked asked = server.asked().getFirst();
      assertEquals("/v1/chat/completions", asked.path());
      assertEquals("Bearer sk-secret", asked.authorization());
      assertEquals("tiny", asked.body().path("model").asText());
      assertEquals(0.5, asked.body().path("temperature").asDouble());
      assertEquals(64, asked.body().path("max_tokens").asInt());
      assertEquals("user", asked.body().at("/messages/0/role").asText());
      assertEquals(
          List.of(7, 8, 9),
          server.asked().stream().map(a -> a.body().path("seed").asInt()).sorted().toList());
    }
  }

  @Test
  void neverMoreThanTheAllowedRequestsAreInFlight() throws IOException {
    AtomicInteger open = new AtomicInteger();
    AtomicInteger most = new AtomicInteger();
    ScriptedServer.Act counting =
        exchange -> {
          most.accumulateAndGet(open.incrementAndGet(), Math::max);
          Thread.sleep(50);
          open.decrementAndGet();
          saying("Yes.").on(exchange);
        };
    try (ScriptedServer server = new ScriptedServer(counting);
        ChatClient client = client(server, "concurrency", "3")) {
      samples(client, QUESTION, SAMPLING, 12, Duration.ofMinutes(1)).all();
      assertEquals(12, server.asked().size());
      assertEquals(3, most.get());
    }
  }

  @Test
  void whatWasAskedOnceCostsNothingTheNextTime() throws IOException {
    try (ScriptedServer server = new ScriptedServer(saying("Yes."));
        ChatClient client = client(server)) {
      samples(client, QUESTION, SAMPLING, 2, PATIENCE).all();
      List<Outcome> again = samples(client, QUESTION, SAMPLING, 3, PATIENCE).all();
      assertEquals(
          List.of(true, true, false), again.stream().map(o -> ((Answered) o).cached()).toList());
      assertEquals(3, server.asked().size());
      assertEquals(2, client.spent().known());
      samples(client, List.of(Message.user("Is 2 + 2 = 5?")), SAMPLING, 1, PATIENCE).all();
      samples(client, QUESTION, new Sampling(0.6, 0.9, 64, OptionalLong.of(7)), 1, PATIENCE).all();
      assertEquals(5, server.asked().size());
    }
  }

  @Test
  void aFailureIsNotKept() throws IOException {
    try (ScriptedServer server =
            new ScriptedServer(ScriptedServer.refusing(400, "no"), saying("Yes."));
        ChatClient client = client(server)) {
      assertInstanceOf(
          Failed.class, samples(client, QUESTION, SAMPLING, 1, PATIENCE).all().getFirst());
      assertInstanceOf(
          Answered.class, samples(client, QUESTION, SAMPLING, 1, PATIENCE).all().getFirst());
    }
  }

  @Test
  void anAnswerThatIsOfNoUseIsAskedForAgain() throws IOException {
    try (ScriptedServer server = new ScriptedServer(saying("Er."), saying("Yes."));
        ChatClient client = client(server)) {
      for (int i = 0; i < 3; i++)
        client
            .ask(QUESTION, SAMPLING, 0, 1, PATIENCE, answer -> answer.text().equals("Yes."))
            .all();
      assertEquals(2, server.asked().size());
      assertEquals(1, client.spent().known());
    }
  }

  @Test
  void anErrorLeavesNobodyWaiting() throws IOException {
    try (ScriptedServer server = new ScriptedServer(saying("Yes."));
        ChatClient client = client(server)) {
      Samples samples =
          client.ask(
              QUESTION,
              SAMPLING,
              0,
              1,
              PATIENCE,
              _ -> {
                throw new StackOverflowError("as a parser might");
              });
      assertEquals(
          Reason.FAULT, reason(assertTimeoutPreemptively(PATIENCE, samples::all).getFirst()));
    }
  }

  @Test
  void tokensArePricedByTheMillion() throws IOException {
    try (ScriptedServer server =
            new ScriptedServer(
                saying("Yes."),
                ScriptedServer.json("{\"choices\":[{\"message\":{\"content\":\"Uncounted\"}}]}"));
        ChatClient client = client(server, "input-price", "3", "output-price", "15")) {
      for (int i = 0; i < 2; i++)
        samples(client, List.of(Message.user("question " + i)), SAMPLING, 1, PATIENCE).all();
      Spent spent = client.spent();
      assertEquals(2, spent.answers());
      assertEquals(1, spent.uncounted());
      assertEquals(100, spent.inputTokens());
      assertEquals(20, spent.outputTokens());
      assertEquals((100 * 3 + 20 * 15) / 1e6, spent.cost(), 1e-15);
    }
  }

  @Test
  void closingSamplesDropsTheirRequests() throws Exception {
    try (ScriptedServer server = new ScriptedServer(after(60_000, saying("late")));
        ChatClient client = client(server, "concurrency", "2")) {
      Samples samples = samples(client, QUESTION, SAMPLING, 4, PATIENCE);
      await(() -> server.open() == 2);
      samples.close();
      assertTrue(samples.all().stream().allMatch(o -> reason(o) == Reason.CANCELLED));
      await(() -> client.spent().failures() == 4);
      assertEquals(2, server.asked().size());
    }
  }

  @Test
  void anInterruptGivesUpAndIsKept() throws IOException {
    try (ScriptedServer server = new ScriptedServer(after(60_000, saying("late")));
        ChatClient client = client(server)) {
      Thread.currentThread().interrupt();
      List<Outcome> outcomes = samples(client, QUESTION, SAMPLING, 2, PATIENCE).all();
      assertTrue(Thread.interrupted());
      assertTrue(outcomes.stream().allMatch(o -> reason(o) == Reason.CANCELLED));
    }
  }

  @Test
  void aClosedClientEndsWhatIsOpenAndLeavesNoThread() throws Exception {
    try (ScriptedServer server = new ScriptedServer(after(60_000, saying("late")))) {
      ChatClient client = client(server);
      Samples samples = samples(client, QUESTION, SAMPLING, 3, PATIENCE);
      await(() -> server.open() == 3);
      assertTrue(threads() > 0);
      client.close();
      assertTrue(samples.all().stream().allMatch(o -> reason(o) == Reason.CANCELLED));
      assertEquals(
          Reason.CANCELLED,
          reason(samples(client, QUESTION, SAMPLING, 1, PATIENCE).all().getFirst()));
      await(() -> threads() == 0);
    }
  }

  @Test
  void manySamplesAreAllAnswered() throws IOException {
    try (ScriptedServer server = new ScriptedServer(saying("Yes."));
        ChatClient client = client(server)) {
      List<Outcome> outcomes =
          samples(client, QUESTION, SAMPLING, 200, Duration.ofMinutes(1)).all();
      assertTrue(outcomes.stream().allMatch(Answered.class::isInstance));
      assertEquals(200, client.spent().answers());
    }
  }

  @Test
  void settingsThatCannotBeAreRefusedAtOnce() {
    assertThrows(IllegalArgumentException.class, () -> opened("ftp://there/v1"));
    assertThrows(IllegalArgumentException.class, () -> opened("//there/v1"));
    for (String wrong : List.of("concurrency", "retries", "cached-answers", "max-response-bytes"))
      assertThrows(
          IllegalArgumentException.class, () -> opened("http://there/v1", wrong, "-1"), wrong);
    assertEquals(0, threads());
    IllegalArgumentException e =
        assertThrows(
            IllegalArgumentException.class,
            () -> opened("http://there/v1", "api-key", "sk\u00e4secret"));
    assertFalse(e.getMessage().contains("secret"));
    assertThrows(
        IllegalArgumentException.class, () -> new Sampling(Double.NaN, 1, 1, OptionalLong.empty()));
  }

  @Test
  void theQuestionIsKnownByAllThatItIs() {
    List<String> keys =
        IntStream.range(0, 4)
            .mapToObj(i -> new Question("m", QUESTION, SAMPLING, i).key())
            .distinct()
            .toList();
    assertEquals(4, keys.size());
    assertEquals(keys.getFirst(), new Question("m", QUESTION, SAMPLING, 0).key());
    assertFalse(keys.contains(new Question("n", QUESTION, SAMPLING, 0).key()));
  }

  private static void opened(String url, String... pairs) {
    new ChatClient(settings(url, pairs), InstantSource.system(), new SplittableRandom(1)).close();
  }

  private static Reason reason(Outcome outcome) {
    return assertInstanceOf(Failed.class, outcome).reason();
  }

  private static long threads() {
    return Thread.getAllStackTraces().keySet().stream()
        .filter(thread -> thread.getName().startsWith("HttpClient-"))
        .count();
  }

  private interface Condition {
    boolean holds();
  }

  private static void await(Condition condition) throws InterruptedException {
    long end = System.nanoTime() + 5_000_000_000L;
    while (!condition.holds()) {
      assertTrue(System.nanoTime() < end, "it did not come to hold");
      Thread.sleep(5);
    }
  }
}
