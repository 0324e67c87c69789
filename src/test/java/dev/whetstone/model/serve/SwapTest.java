package dev.whetstone.model.serve;

import static dev.whetstone.model.serve.FakeScorer.derivation;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.whetstone.model.serve.Unserved.Reason;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(120)
class SwapTest {
  private static final int CLIENTS = 8;
  private static final int SWAPS = 20;
  private static final Duration USUAL = Duration.ofSeconds(30);
  private static final Limits LIMITS =
      new Limits(4_096, 1_000_000, 512, USUAL, Duration.ofMillis(1), 1_000, 10);

  private static Deadline soon() {
    return Deadline.in(Duration.ofSeconds(60));
  }

  private static FakeScorer version(int version) {
    return new FakeScorer("fake", "" + version);
  }

  @Test
  void noJobIsLostOrFailedWhileVersionsAreSwapped() throws Exception {
    List<FakeScorer> scorers = new ArrayList<>(List.of(version(0)));
    Hosted hosted = new Hosted(scorers.getFirst(), LIMITS, new SimpleMeterRegistry());
    List<CompletableFuture<Void>> closed = new ArrayList<>();
    AtomicBoolean swapped = new AtomicBoolean();
    int jobs = 0;
    try (ExecutorService clients = Executors.newFixedThreadPool(CLIENTS)) {
      List<Future<Integer>> done =
          IntStream.range(0, CLIENTS)
              .mapToObj(c -> clients.submit(client(hosted, swapped)))
              .toList();
      for (int i = 1; i <= SWAPS; i++) {
        while (scorers.getLast().batches.size() < 5) Thread.sleep(1);
        scorers.add(version(i));
        closed.add(hosted.swap(scorers.get(i)));
      }
      swapped.set(true);
      for (Future<Integer> client : done) jobs += client.get();
    }
    assertTrue(jobs >= 100 * CLIENTS, "so many jobs: " + jobs);
    hosted.close(Duration.ofSeconds(20));
    for (CompletableFuture<Void> before : closed) before.get(20, TimeUnit.SECONDS);
    for (FakeScorer scorer : scorers) {
      assertTrue(scorer.isClosed());
      assertEquals(List.of(), List.copyOf(scorer.faults));
    }
    assertEquals(
        jobs, scorers.stream().flatMap(s -> s.batches.stream()).mapToInt(List::size).sum());
  }

  /** Has a hundred scored at a time; each has its own reading. */
  private static Callable<Integer> client(Hosted hosted, AtomicBoolean enough) {
    return () -> {
      int done = 0;
      while (!enough.get()) {
        List<CompletableFuture<Scored>> scored = new ArrayList<>();
        for (int i = 1; i <= 100; i++) scored.add(hosted.submit(derivation(i), soon()));
        for (int i = 1; i <= 100; i++, done++)
          assertEquals(1.0 / i, scored.get(i - 1).get(60, TimeUnit.SECONDS).reading().whole());
      }
      return done;
    };
  }

  @Test
  void theVersionBeforeFinishesWhatItHasWhileTheNextServes() throws Exception {
    FakeScorer before = version(1);
    Semaphore gate = before.shut();
    Hosted hosted = new Hosted(before, LIMITS, new SimpleMeterRegistry());
    CompletableFuture<Scored> old = hosted.submit(derivation(2), soon());
    CompletableFuture<Void> closed = hosted.swap(version(2));
    assertEquals("fake@2", hosted.submit(derivation(3), soon()).get().model());
    assertEquals("fake@2", hosted.card().id());
    assertFalse(before.isClosed());
    gate.release();
    assertEquals("fake@1", old.get(20, TimeUnit.SECONDS).model());
    closed.get(20, TimeUnit.SECONDS);
    assertTrue(before.isClosed());
    hosted.close(Duration.ofSeconds(20));
  }

  @Test
  void whatWaitsWhenItIsClosedIsScoredAndWhatComesLaterIsRefused() throws Exception {
    Limits hour = new Limits(100, 1_000, 512, USUAL, Duration.ofHours(1), 1_000, 10);
    Hosted hosted = new Hosted(version(1), hour, new SimpleMeterRegistry());
    CompletableFuture<Scored> waiting = hosted.submit(derivation(2), soon());
    hosted.close(Duration.ofSeconds(20));
    assertEquals(0.5, waiting.get(20, TimeUnit.SECONDS).reading().whole());
    assertEquals(Reason.CLOSED, refusal(hosted.submit(derivation(2), soon())));
  }

  @Test
  void whatIsNotScoredWithinTheGraceIsRefused() {
    FakeScorer stuck = version(1);
    Semaphore gate = stuck.shut();
    Limits single = new Limits(100, 1_000, 1, USUAL, Duration.ZERO, 1_000, 10);
    Hosted hosted = new Hosted(stuck, single, new SimpleMeterRegistry());
    List<CompletableFuture<Scored>> jobs =
        IntStream.range(1, 9).mapToObj(i -> hosted.submit(derivation(i), soon())).toList();
    hosted.close(Duration.ofMillis(50));
    for (CompletableFuture<Scored> job : jobs.subList(1, 8))
      assertEquals(Reason.CLOSED, refusal(job));
    assertFalse(jobs.getFirst().isDone());
    gate.release();
    assertEquals(1, jobs.getFirst().orTimeout(20, TimeUnit.SECONDS).join().reading().whole());
  }

  private static Reason refusal(CompletableFuture<Scored> scored) {
    Throwable failure =
        assertThrows(ExecutionException.class, () -> scored.get(20, TimeUnit.SECONDS)).getCause();
    return assertInstanceOf(Unserved.class, failure).reason();
  }
}
