package dev.whetstone.blackbox;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;

/**
 * What the server answered, and how soon.
 *
 * @param again its Retry-After; null if it has none
 */
record Reply(int status, String type, String again, String text, Duration took) {
  private static final Duration QUICK = Duration.ofSeconds(10);

  JsonNode json() {
    try {
      return Door.JSON.readTree(text);
    } catch (JsonProcessingException e) {
      throw new AssertionError("not JSON: " + this, e);
    }
  }

  /**
   * The body, if this is the status.
   *
   * @throws UncheckedIOException if the server does not serve now: as good as no answer
   */
  JsonNode expect(int wanted) {
    if (status == 503) throw new UncheckedIOException(new IOException(toString()));
    assertEquals(wanted, status, this::toString);
    return json();
  }

  /** A problem of this status, told at once, whole, and with what to do. */
  JsonNode problem(int wanted) {
    assertEquals(wanted, status, this::toString);
    assertEquals("application/problem+json", type.replaceFirst(";.*", ""), this::toString);
    JsonNode problem = json();
    assertEquals(wanted, problem.path("status").asInt(), this::toString);
    assertTrue(problem.path("type").asText().startsWith("urn:whetstone:problem:"), this::toString);
    for (String told : new String[] {"title", "detail", "mend"})
      assertTrue(!problem.path(told).asText().isBlank(), () -> told + " is blank: " + this);
    assertTrue(took.compareTo(QUICK) < 0, this::toString);
    return problem;
  }

  /** A problem of this status that lies in this field of the request; null where it has none. */
  void problem(int wanted, String field) {
    JsonNode problem = problem(wanted);
    if (field != null) assertEquals(field, problem.path("field").asText(null), this::toString);
  }

  @Override
  public String toString() {
    String shown = text.length() > 600 ? text.substring(0, 600) + "..." : text;
    return status + " " + type + " after " + took.toMillis() + " ms: " + shown;
  }
}
