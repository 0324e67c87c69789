package dev.whetstone.api;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.micrometer.core.instrument.Timer;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class RequestMetersTest {
  private final SimpleMeterRegistry registry = new SimpleMeterRegistry();

  RequestMetersTest() {
    registry.config().meterFilter(new RequestMeters());
  }

  @Test
  void aMethodThatNobodyKnowsIsNoMeter() {
    for (String method : new String[] {"GET", "MADEUP", "POST", "get"})
      request(method).record(Duration.ofMillis(3));
    registry.timer("other.requests", "method", "MADEUP").record(Duration.ofMillis(3));
    assertEquals(3, registry.getMeters().stream().filter(Timer.class::isInstance).count());
  }

  @Test
  void requestsAreCountedInBuckets() {
    request("GET").record(Duration.ofMillis(3));
    assertTrue(request("GET").takeSnapshot().histogramCounts().length > 5);
    assertEquals(0, registry.timer("other").takeSnapshot().histogramCounts().length);
  }

  private Timer request(String method) {
    return registry.timer("http.server.requests", "method", method);
  }
}
