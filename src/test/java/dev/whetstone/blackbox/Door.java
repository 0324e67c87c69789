package dev.whetstone.blackbox;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.json.JsonWriteFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;

/** Speaks HTTP and JSON to one server. */
record Door(String base, HttpClient client) {
  /** Every character beyond ASCII is escaped, so that a lone surrogate arrives as one. */
  static final ObjectMapper JSON =
      JsonMapper.builder().enable(JsonWriteFeature.ESCAPE_NON_ASCII).build();

  private static final Duration LIMIT = Duration.ofMinutes(1);

  Door(String base) {
    this(base, HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build());
  }

  Reply get(String path) {
    return send("GET", path, BodyPublishers.noBody());
  }

  /** Headers as names and values in turn. */
  Reply post(String path, Object body, String... headers) {
    return send("POST", path, body(body), withType(headers));
  }

  /**
   * @throws UncheckedIOException where no answer came
   */
  Reply send(String method, String path, BodyPublisher body, String... headers) {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create(base + path)).method(method, body).timeout(LIMIT);
    if (headers.length > 0) request.headers(headers);
    long start = System.nanoTime();
    try {
      HttpResponse<String> response =
          client.send(request.build(), BodyHandlers.ofString(StandardCharsets.UTF_8));
      return reply(response, Duration.ofNanos(System.nanoTime() - start));
    } catch (IOException e) {
      throw new UncheckedIOException(method + " " + path, e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new AssertionError(e);
    }
  }

  private static Reply reply(HttpResponse<String> response, Duration took) {
    String type = response.headers().firstValue("Content-Type").orElse("");
    String again = response.headers().firstValue("Retry-After").orElse(null);
    return new Reply(response.statusCode(), type, again, response.body(), took);
  }

  private static String[] withType(String... headers) {
    String[] all = new String[headers.length + 2];
    all[0] = "Content-Type";
    all[1] = "application/json";
    System.arraycopy(headers, 0, all, 2, headers.length);
    return all;
  }

  private static BodyPublisher body(Object body) {
    return switch (body) {
      case byte[] bytes -> BodyPublishers.ofByteArray(bytes);
      case String text -> BodyPublishers.ofString(text);
      default -> BodyPublishers.ofString(json(body));
    };
  }

  static String json(Object value) {
    try {
      return JSON.writeValueAsString(value);
    } catch (JsonProcessingException e) {
      throw new AssertionError(e);
    }
  }
}
