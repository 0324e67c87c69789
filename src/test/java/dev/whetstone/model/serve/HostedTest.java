package dev.whetstone.model.serve;

import static dev.whetstone.model.serve.FakeScorer.derivation;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.whetstone.model.Derivation;
import dev.whetstone.model.ModelFault;
import dev.whetstone.model.Unscorable;
import dev.whetstone.model.serve.Unserved.Reason;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(60)
class HostedTest {
  private static final int QUEUE = 100;
  private static final Duration USUAL = Duration.ofSeconds(30);
  private static final Limits LIMITS =
      new Limits(QUEUE, 10_000, 320, USUAL, Duration.ofMillis(2), 262_144, 1_024);

  private final SimpleMeterRegistry registry = new SimpleMeterRegistry();
  private final FakeScorer scorer = new FakeScorer();
  private final Hosted hosted = new Hosted(scorer, LIMITS, registry);

  @AfterEach
  void nothingHappenedThatMustNot() {
    hosted.close(Duration.ofSeconds(20));
    assertTrue(scorer.isClosed());
    assertEquals(List.of(), List.copyOf(scorer.faults));
  }

  private CompletableFuture<Scored> submit(int number) {
    return hosted.submit(derivation(number), Deadline.in(Duration.ofSeconds(30)));
  }

  private List<CompletableFuture<Scored>> submit(IntStream numbers) {
    return numbers.mapToObj(this::submit).toList();
  }

  private CompletableFuture<Scored> submit(Derivation derivation) {
    return hosted.submit(derivation, Deadline.in(Duration.ofSeconds(30)));
  }

  private static Scored get(CompletableFuture<Scored> scored) {
    return scored.orTimeout(20, TimeUnit.SECONDS).join();
  }

  private static Throwable failure(CompletableFuture<Scored> scored) {
    return assertThrows(ExecutionException.class, () -> scored.get(20, TimeUnit.SECONDS))
        .getCause();
  }

  private static Reason refusal(CompletableFuture<Scored> scored) {
    return assertInstanceOf(Unserved.class, failure(scored)).reason();
  }

  private double refused(String reason) {
    return registry.counter("whetstone.model.refused", "model", "fake@1", "reason", reason).count();
  }

  private static void eventually(BooleanSupplier what) throws InterruptedException {
    for (int i = 0; i < 2_000 && !what.getAsBoolean(); i++) Thread.sleep(5);
    assertTrue(what.getAsBoolean());
  }

  /** The scorer holds one job in hand and takes no other. */
  private Semaphore busy() throws InterruptedException {
    Semaphore gate = scorer.shut();
    CompletableFuture<Scored> first = submit(1);
    eventually(() -> hosted.waiting() == 0);
    assertFalse(first.isDone());
    return gate;
  }

  @Test
  void everyDerivationGetsItsOwnReading() {
    List<CompletableFuture<Scored>> scored = submit(IntStream.rangeClosed(1, QUEUE));
    for (int i = 0; i < QUEUE; i++)
      assertEquals(1.0 / (i + 1), get(scored.get(i)).reading().whole());
  }

  @Test
  void whatItTookIsToldAndCounted() {
    Scored scored = get(submit(4));
    assertEquals("fake@1", scored.model());
    assertEquals(1, scored.batch());
    assertTrue(scored.queued().compareTo(LIMITS.delay()) >= 0, scored::toString);
    assertEquals(1, registry.timer("whetstone.model.queued", "model", "fake@1").count());
    assertEquals(1, registry.timer("whetstone.model.scoring", "model", "fake@1").count());
    assertEquals(1, registry.summary("whetstone.model.batch", "model", "fake@1").max());
    assertEquals(7, registry.counter("whetstone.model.tokens", "model", "fake@1").count());
  }

  @Test
  void whatWaitsWhileTheModelIsBusyIsScoredTogether() throws InterruptedException {
    Semaphore gate = busy();
    List<CompletableFuture<Scored>> scored = submit(IntStream.range(10, 20));
    gate.release(2);
    scored.forEach(s -> assertEquals(10, get(s).batch()));
  }

  @Test
  void aBatchThatIsFullDoesNotWait() {
    hosted.close(Duration.ZERO);
    FakeScorer patient = new FakeScorer();
    Limits hour = new Limits(QUEUE, 10_000, 320, USUAL, Duration.ofHours(1), 262_144, 1_024);
    Hosted waits = new Hosted(patient, hour, registry);
    List<CompletableFuture<Scored>> scored =
        IntStream.range(10, 60)
            .mapToObj(i -> waits.submit(derivation(i), Deadline.in(Duration.ofMinutes(1))))
            .toList();
    assertTrue(get(scored.getFirst()).queued().toMinutes() < 1);
    waits.close(Duration.ofSeconds(20));
  }

  @Test
  void aFullQueueRefusesAtOnceAndServesWhatItHas() throws InterruptedException {
    Semaphore gate = busy();
    List<CompletableFuture<Scored>> waiting = submit(IntStream.rangeClosed(1, QUEUE));
    CompletableFuture<Scored> refused = submit(1);
    assertTrue(refused.isDone());
    assertEquals(Reason.FULL, refusal(refused));
    assertEquals(1, refused("full"));
    gate.release(1_000);
    waiting.forEach(HostedTest::get);
    get(submit(1));
  }

  @Test
  void theQueueIsBoundedInTokensTooButForOneThatWaitsAlone() throws InterruptedException {
    Semaphore gate = busy();
    CompletableFuture<Scored> large = submit(new Derivation("3", List.of("x".repeat(20_000))));
    assertEquals(Reason.FULL, refusal(submit(2)));
    gate.release(1_000);
    assertEquals(1, get(large).batch());
  }

  @Test
  void aPassedDeadlineIsRefusedAtOnce() {
    CompletableFuture<Scored> late = hosted.submit(derivation(2), Deadline.in(Duration.ZERO));
    assertTrue(late.isDone());
    assertEquals(Reason.LATE, refusal(late));
    assertEquals(1, refused("late"));
  }

  @Test
  void aDeadlineThatPassesInTheQueueIsToldInTimeAndCostsNoModelTime() throws InterruptedException {
    Semaphore gate = busy();
    CompletableFuture<Scored> late =
        hosted.submit(derivation(99), Deadline.in(Duration.ofMillis(30)));
    assertEquals(Reason.LATE, refusal(late));
    eventually(() -> hosted.waiting() == 0);
    gate.release(1_000);
    get(submit(2));
    assertFalse(scorer.batches.stream().anyMatch(batch -> batch.contains("99")));
  }

  @Test
  void whatIsCancelledLeavesTheQueue() throws InterruptedException {
    Semaphore gate = busy();
    List<CompletableFuture<Scored>> waiting = submit(IntStream.rangeClosed(1, QUEUE));
    waiting.forEach(scored -> scored.cancel(true));
    assertEquals(0, hosted.waiting());
    assertEquals(QUEUE, refused("cancelled"));
    CompletableFuture<Scored> next = submit(200);
    gate.release(1_000);
    assertEquals(1, get(next).batch());
    assertThrows(CancellationException.class, waiting.getFirst()::join);
  }

  @ParameterizedTest
  @ValueSource(strings = {"fault", "bug", "error"})
  void aPoisonousTextFailsAloneAndItsNeighboursAreScored(String kind) throws InterruptedException {
    scorer.before(
        batch -> {
          if (batch.stream().anyMatch(text -> text.problem().equals("66"))) fail(kind);
        });
    Semaphore gate = busy();
    List<CompletableFuture<Scored>> waiting = submit(IntStream.range(60, 70));
    gate.release(1_000);
    for (int i = 0; i < 10; i++)
      if (i == 6) assertInstanceOf(ModelFault.class, failure(waiting.get(i)));
      else assertEquals(1.0 / (60 + i), get(waiting.get(i)).reading().whole());
    // Who waits for a failure may hear of it before it is counted.
    eventually(() -> refused("fault") == 1);
    get(submit(2));
  }

  private static void fail(String kind) {
    switch (kind) {
      case "fault" -> throw new ModelFault("NaN");
      case "bug" -> throw new IllegalStateException("a bug");
      default -> throw new StackOverflowError();
    }
  }

  @Test
  void aCloseTakesItsTimeOnceHoweverManyVersionsRetire() throws InterruptedException {
    List<Semaphore> gates = new ArrayList<>();
    List<CompletableFuture<Scored>> inHand = new ArrayList<>();
    List<CompletableFuture<Scored>> waiting = new ArrayList<>();
    Hosted many = new Hosted(shut(gates), LIMITS, new SimpleMeterRegistry());
    for (int version = 1; version <= 10; version++) {
      inHand.add(many.submit(derivation(1), Deadline.in(Duration.ofSeconds(30))));
      eventually(() -> many.waiting() == 0);
      waiting.add(many.submit(derivation(2), Deadline.in(Duration.ofSeconds(30))));
      var unused = many.swap(shut(gates));
    }
    long begun = System.nanoTime();
    many.close(Duration.ofMillis(100), Duration.ofMillis(300));
    assertTrue(System.nanoTime() - begun < TimeUnit.MILLISECONDS.toNanos(2_000));
    waiting.forEach(scored -> assertEquals(Reason.CLOSED, refusal(scored)));
    gates.forEach(gate -> gate.release(10));
    inHand.forEach(HostedTest::get);
  }

  private static FakeScorer shut(List<Semaphore> gates) {
    FakeScorer shut = new FakeScorer();
    gates.add(shut.shut());
    return shut;
  }

  @Test
  void whoWaitsForAReadingNeverMakesTheModelWait() throws InterruptedException {
    CountDownLatch forever = new CountDownLatch(1);
    List<Thread> threads = Collections.synchronizedList(new ArrayList<>());
    // A reading that is there already is taken by the thread that waits for it.
    CompletableFuture<Void> slow =
        CompletableFuture.supplyAsync(
                () ->
                    submit(2)
                        .thenAccept(
                            scored -> {
                              threads.add(Thread.currentThread());
                              awaitQuietly(forever);
                            }))
            .thenCompose(accepted -> accepted);
    get(submit(3));
    forever.countDown();
    slow.orTimeout(20, TimeUnit.SECONDS).join();
    assertFalse(threads.contains(scorer.owner()));
  }

  private static void awaitQuietly(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  @Test
  void anInterruptedOwnerGoesOn() {
    get(submit(2));
    scorer.owner().interrupt();
    get(submit(3));
  }

  @Test
  void aDerivationBeyondALimitIsRefusedByName() {
    assertEquals("it has no steps", unscorable(new Derivation("1", List.of())));
    assertEquals(
        "it has 10000 steps, at most 1024",
        unscorable(new Derivation("1", Collections.nCopies(10_000, "x"))));
    assertEquals(
        "it has 1048577 characters, at most 262144",
        unscorable(new Derivation("1", List.of("x".repeat(1 << 20)))));
    assertEquals("as was asked", unscorable(new Derivation("unscorable", List.of("x"))));
    assertEquals(4, refused("unscorable"));
  }

  private String unscorable(Derivation derivation) {
    return assertInstanceOf(Unscorable.class, failure(submit(derivation))).getMessage();
  }

  @Test
  void aDerivationAtALimitIsScored() {
    get(submit(new Derivation("1", Collections.nCopies(1_024, "x"))));
    get(submit(new Derivation("1", List.of("x".repeat(262_143)))));
  }
}
