package dev.whetstone.blackbox;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import java.net.http.WebSocket;
import java.nio.ByteBuffer;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/** An OpenEnv client's socket. */
final class Socket implements WebSocket.Listener, AutoCloseable {
  private static final int LIMIT_SECONDS = 60;

  /** What stands for the end in the queue. */
  static final String CLOSED = "closed";

  private final BlockingQueue<String> received = new LinkedBlockingQueue<>();
  private final StringBuilder partial = new StringBuilder();
  private final WebSocket socket;
  private volatile String why = "";

  private Socket(Door door, String path) {
    URI uri = URI.create(door.base().replace("http:", "ws:") + path);
    socket = door.client().newWebSocketBuilder().buildAsync(uri, this).join();
  }

  static Socket open(Door door, String path) {
    return new Socket(door, path);
  }

  @Override
  public CompletionStage<?> onText(WebSocket from, CharSequence data, boolean last) {
    partial.append(data);
    if (last) {
      received.add(partial.toString());
      partial.setLength(0);
    }
    from.request(1);
    return null;
  }

  @Override
  public CompletionStage<?> onClose(WebSocket from, int code, String reason) {
    why = code + " " + reason;
    received.add(CLOSED);
    return null;
  }

  @Override
  public void onError(WebSocket from, Throwable fault) {
    received.add(CLOSED);
  }

  void send(String text) {
    socket.sendText(text, true).join();
  }

  void sendBytes(String text) {
    socket.sendBinary(ByteBuffer.wrap(text.getBytes(UTF_8)), true).join();
  }

  /** The code and the reason that the server closed it with. */
  String why() {
    return why;
  }

  String text() {
    try {
      String text = received.poll(LIMIT_SECONDS, TimeUnit.SECONDS);
      assertNotNull(text, "nothing came");
      return text;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new AssertionError(e);
    }
  }

  JsonNode reply() {
    String text = text();
    try {
      return Door.JSON.readTree(text);
    } catch (JsonProcessingException e) {
      throw new AssertionError(text, e);
    }
  }

  /** The data of the answer, if it is of this type. */
  JsonNode ask(String type, Map<String, ?> data, String expected) {
    send(Door.json(Map.of("type", type, "data", data)));
    JsonNode reply = reply();
    assertEquals(expected, reply.path("type").asText(), reply::toString);
    return reply.path("data");
  }

  JsonNode reset(Map<String, ?> arguments) {
    return ask("reset", arguments, "observation");
  }

  JsonNode step(String answer) {
    return ask("step", Map.of("answer", answer), "observation");
  }

  /** The error's code. */
  String wrong(String text) {
    send(text);
    return wrong();
  }

  /** The error's code. */
  String wrong() {
    JsonNode reply = reply();
    assertEquals("error", reply.path("type").asText(), reply::toString);
    return reply.path("data").path("code").asText();
  }

  @Override
  public void close() {
    socket.abort();
  }
}
