package dev.whetstone.blackbox;

import com.fasterxml.jackson.databind.JsonNode;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.whetstone.model.remote.ScriptedServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import java.util.function.UnaryOperator;

/**
 * A chat server that answers as a function of what it is asked says; null is no answer at all. It
 * may also do worse, and die.
 */
final class Chat implements AutoCloseable {
  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
  private final AtomicInteger answered = new AtomicInteger();
  private final AtomicInteger open = new AtomicInteger();
  private volatile Act act;
  private HttpServer server;

  /** What it does with one request. */
  interface Act {
    void on(HttpExchange exchange, JsonNode request) throws IOException, InterruptedException;
  }

  Chat(UnaryOperator<String> answer) throws IOException {
    answer(answer);
    server = open(0);
  }

  private HttpServer open(int port) throws IOException {
    HttpServer opened =
        HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 256);
    opened.setExecutor(threads);
    opened.createContext("/v1/chat/completions", this::serve);
    opened.start();
    return opened;
  }

  /** Its connections break, and nobody listens there any more. */
  void die() {
    server.stop(0);
  }

  void revive() throws IOException {
    server = open(server.getAddress().getPort());
  }

  void answer(UnaryOperator<String> answer) {
    answerRequests(request -> answer.apply(asked(request)));
  }

  /** As a function of the whole request. */
  void answerRequests(Function<JsonNode, String> answer) {
    act((exchange, request) -> say(exchange, answer.apply(request)));
  }

  void act(Act other) {
    act = other;
  }

  /** Requests that it is busy with. */
  int open() {
    return open.get();
  }

  static String asked(JsonNode request) {
    return request.at("/messages/0/content").textValue();
  }

  int answered() {
    return answered.get();
  }

  Map<String, String> environment() {
    return Map.of(
        "WHETSTONE_GENERATIVE_BASE_URL",
        "http://127.0.0.1:" + server.getAddress().getPort() + "/v1",
        "WHETSTONE_GENERATIVE_MODEL",
        "tiny");
  }

  private void serve(HttpExchange exchange) throws IOException {
    open.incrementAndGet();
    try (exchange) {
      act.on(exchange, Door.JSON.readTree(exchange.getRequestBody()));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } finally {
      open.decrementAndGet();
    }
  }

  private void say(HttpExchange exchange, String said) throws IOException {
    if (said == null) return;
    byte[] bytes = ScriptedServer.completion(said).getBytes(StandardCharsets.UTF_8);
    exchange.getResponseHeaders().add("Content-Type", "application/json");
    exchange.sendResponseHeaders(200, bytes.length);
    exchange.getResponseBody().write(bytes);
    answered.incrementAndGet();
  }

  /** An honest examiner of {@link #FLAWED}, and a meta-verifier that believes it. */
  static String honest(String asked) {
    if (asked.startsWith("You examine an examiner")) return rating("1");
    return asked.contains(FLAW)
        ? evaluation("ISSUE | step 1 | arithmetic | fatal | \"" + FLAW + "\" | it is 4", "0")
        : evaluation("Each step follows.", "1");
  }

  static final String FLAW = "2 + 2 = 5";
  static final String FLAWED = FLAW + ".\nSo the sum is 5 + 3 = 8.";

  static String evaluation(String text, String score) {
    return "Here is my evaluation of the solution:\n%s\n%s\n\\boxed{%s}"
        .formatted(text, "Based on my evaluation, the final overall score should be:", score);
  }

  static String rating(String score) {
    return "Here is my analysis of the \"solution evaluation\":\nFair.\n"
        + "Based on my analysis, I will rate the \"solution evaluation\" as:\n\\boxed{%s}"
            .formatted(score);
  }

  @Override
  public void close() {
    server.stop(0);
    threads.shutdownNow();
  }
}
