package dev.whetstone.api.trainer;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.whetstone.api.BadField;
import dev.whetstone.api.Unavailable;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class NemoGymVerifyTest {
  private static final Duration DEADLINE = Duration.ofMillis(300);
  private static final Duration PATIENCE = Duration.ofSeconds(10);

  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
  private final NemoGymVerify verify = new NemoGymVerify(() -> DEADLINE, threads);

  @AfterEach
  void stop() {
    threads.shutdownNow();
  }

  private ObjectNode reply(Callable<Earned> score) {
    return verify.reply(score).added();
  }

  @Test
  void whatIsNotJudgedByTheDeadlineIsMaskedAndStillGoesOn() throws InterruptedException {
    CountDownLatch judging = new CountDownLatch(1);
    CountDownLatch judged = new CountDownLatch(1);
    ObjectNode late =
        assertTimeoutPreemptively(
            PATIENCE,
            () ->
                reply(
                    () -> {
                      judging.await();
                      judged.countDown();
                      return new Earned(1, Map.of(), true, false);
                    }));
    assertTrue(late.path("mask_sample").asBoolean(), late::toString);
    assertEquals("whetstone:deadline", late.path("failure_kind").asText(), late::toString);
    assertEquals(0.0, late.path("reward").asDouble(-1), late::toString);
    judging.countDown();
    judged.await();
  }

  @Test
  void whatIsJudgedInTimeIsNot() {
    ObjectNode told = reply(() -> new Earned(0.75, Map.of("readable", 1.0), true, false));
    assertEquals(0.75, told.path("reward").asDouble());
    assertEquals(-0.25, told.path("detour").asDouble());
    assertEquals(1.0, told.path("saved").asDouble());
    assertTrue(told.has("mask_sample") && !told.path("mask_sample").asBoolean(), told::toString);
  }

  @Test
  void failuresOfOursAreMaskedAndTheirsAreNot() {
    assertEquals("verifier_error", kind(new Unavailable("busy")));
    assertEquals("verifier_error", kind(new IllegalStateException("a bug")));
    BadField theirs = new BadField("expected_answer", "no", "yes");
    assertThrows(BadField.class, () -> kind(theirs));
  }

  private String kind(RuntimeException fault) {
    ObjectNode told =
        reply(
            () -> {
              throw fault;
            });
    assertTrue(told.path("mask_sample").asBoolean(), told::toString);
    return told.path("failure_kind").asText();
  }
}
