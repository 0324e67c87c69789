package dev.whetstone.model.remote;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;

/** A chat server that does what a test says, the last of it for good. */
public final class ScriptedServer implements AutoCloseable {
  private static final ObjectMapper JSON = new ObjectMapper();

  /** What it does with one request. */
  public interface Act {
    void on(HttpExchange exchange) throws IOException, InterruptedException;
  }

  /** A request as it came. */
  public record Asked(String path, String authorization, JsonNode body) {}

  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
  private final AtomicInteger open = new AtomicInteger();
  private final List<Asked> asked = new CopyOnWriteArrayList<>();
  private final AtomicInteger turn = new AtomicInteger();
  private final HttpServer server;

  public ScriptedServer(Act... acts) throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 64);
    server.setExecutor(threads);
    server.createContext(
        "/",
        exchange -> {
          open.incrementAndGet();
          try (exchange) {
            asked.add(heard(exchange));
            acts[Math.min(turn.getAndIncrement(), acts.length - 1)].on(exchange);
          } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
          } finally {
            open.decrementAndGet();
          }
        });
    server.start();
  }

  private static Asked heard(HttpExchange exchange) throws IOException {
    return new Asked(
        exchange.getRequestURI().getPath(),
        exchange.getRequestHeaders().getFirst("Authorization"),
        JSON.readTree(exchange.getRequestBody()));
  }

  public String url() {
    return "http://127.0.0.1:%d/v1".formatted(server.getAddress().getPort());
  }

  public List<Asked> asked() {
    return asked;
  }

  /** Requests that it is busy with. */
  public int open() {
    return open.get();
  }

  /** Answers with a text, as vLLM would, after reading 100 tokens and writing 20. */
  public static Act saying(String text) {
    return json(completion(text));
  }

  public static String completion(String text) {
    return JSON.valueToTree(
            Map.of(
                "id",
                "chatcmpl-1",
                "object",
                "chat.completion",
                "choices",
                List.of(
                    Map.of(
                        "index",
                        0,
                        "message",
                        Map.of("role", "assistant", "content", text),
                        "finish_reason",
                        "stop")),
                "usage",
                Map.of("prompt_tokens", 100, "completion_tokens", 20, "total_tokens", 120)))
        .toString();
  }

  public static Act json(String body) {
    return typed("application/json", body);
  }

  public static Act typed(String type, String body) {
    return exchange -> {
      byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
      exchange.getResponseHeaders().add("Content-Type", type);
      exchange.sendResponseHeaders(200, bytes.length);
      exchange.getResponseBody().write(bytes);
    };
  }

  /** Refuses with a status, an error in the form of OpenAI, and headers in pairs. */
  public static Act refusing(int status, String message, String... headers) {
    return exchange -> {
      byte[] bytes = JSON.writeValueAsBytes(Map.of("error", Map.of("message", message)));
      exchange.getResponseHeaders().add("Content-Type", "application/json");
      for (int i = 0; i < headers.length; i += 2)
        exchange.getResponseHeaders().add(headers[i], headers[i + 1]);
      exchange.sendResponseHeaders(status, bytes.length);
      exchange.getResponseBody().write(bytes);
    };
  }

  /** Waits, then does the next. */
  public static Act after(long millis, Act next) {
    return exchange -> {
      Thread.sleep(millis);
      next.on(exchange);
    };
  }

  /** Settings as they are by default, but for these names and values, and short pauses. */
  public static RemoteSettings settings(String url, String... pairs) {
    Map<String, String> values = new HashMap<>();
    values.put("whetstone.generative.base-url", url);
    values.put("whetstone.generative.model", "tiny");
    values.put("whetstone.generative.backoff", "PT0.01S");
    for (int i = 0; i < pairs.length; i += 2)
      values.put("whetstone.generative." + pairs[i], pairs[i + 1]);
    return new SmallRyeConfigBuilder()
        .withMapping(RemoteSettings.class)
        .withDefaultValues(values)
        .withConverter(Duration.class, 200, Duration::parse)
        .build()
        .getConfigMapping(RemoteSettings.class);
  }

  /** Asks from the first sample on; the cache may keep any answer. */
  static Samples samples(
      ChatClient client, List<Message> messages, Sampling sampling, int count, Duration patience) {
    return client.ask(messages, sampling, 0, count, patience, _ -> true);
  }

  @Override
  public void close() {
    server.stop(0);
    threads.shutdownNow();
  }
}
