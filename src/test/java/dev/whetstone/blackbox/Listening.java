package dev.whetstone.blackbox;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** A client of server-sent events, which reads as a browser's EventSource does. */
final class Listening implements AutoCloseable {
  private static final Duration LIMIT = Duration.ofSeconds(30);

  private final List<Heard> heard = new ArrayList<>();
  private final Stream<String> lines;
  private final Thread reader;
  private volatile boolean ended;

  /** One event, with the id to come again with. */
  record Heard(String id, String type, JsonNode event) {}

  private Listening(Stream<String> lines) {
    this.lines = lines;
    reader = Thread.ofVirtual().start(this::read);
  }

  /** Headers as names and values in turn. */
  static Listening to(DrivenRun run, String... headers) throws Exception {
    HttpResponse<Stream<String>> response = ask(run, headers);
    assertEquals(200, response.statusCode());
    String type = response.headers().firstValue("Content-Type").orElse("");
    assertTrue(type.startsWith("text/event-stream"), type);
    return new Listening(response.body());
  }

  static HttpResponse<Stream<String>> ask(DrivenRun run, String... headers) throws Exception {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create(run.door().base() + run.path("/events"))).GET();
    if (headers.length > 0) request.headers(headers);
    return run.door().client().send(request.build(), BodyHandlers.ofLines());
  }

  private void read() {
    String id = "";
    String type = "";
    try {
      for (String line : (Iterable<String>) lines::iterator) {
        if (line.startsWith("id: ")) id = line.substring(4);
        if (line.startsWith("event: ")) type = line.substring(7);
        if (line.startsWith("data: ")) hear(new Heard(id, type, Topic.json(line.substring(6))));
      }
    } catch (RuntimeException cut) {
      // As it is when the server goes.
    }
    end();
  }

  private synchronized void hear(Heard event) {
    heard.add(event);
    notifyAll();
  }

  private synchronized void end() {
    ended = true;
    notifyAll();
  }

  /** As soon as there are so many, or the stream has ended. */
  synchronized List<Heard> atLeast(int count) throws InterruptedException {
    long deadline = System.nanoTime() + LIMIT.toNanos();
    while (heard.size() < count && !ended) {
      if (System.nanoTime() > deadline) throw new AssertionError("heard only " + heard);
      wait(100);
    }
    return List.copyOf(heard);
  }

  List<Heard> toTheEnd() throws InterruptedException {
    return atLeast(Integer.MAX_VALUE);
  }

  @Override
  public void close() {
    lines.close();
    reader.interrupt();
  }
}
