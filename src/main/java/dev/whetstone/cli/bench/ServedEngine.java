package dev.whetstone.cli.bench;

import dev.whetstone.model.Derivation;
import dev.whetstone.model.Scorer;
import dev.whetstone.model.serve.Deadline;
import dev.whetstone.model.serve.Hosted;
import dev.whetstone.model.serve.Limits;
import dev.whetstone.model.serve.Scored;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.LongStream;

/** A scorer as it is served: texts come in any order, and wait in its queue. */
final class ServedEngine implements AutoCloseable {
  private static final Duration PATIENCE = Duration.ofMinutes(10);

  private final Hosted hosted;

  /** The scorer is its own from now on. */
  ServedEngine(Scorer scorer, Limits limits) {
    hosted = new Hosted(scorer, limits, new SimpleMeterRegistry());
  }

  /**
   * Derivations scored in a second, over all of them; their texts are prepared on the cores that
   * the model leaves.
   *
   * @param waiting how many wait at a time
   * @throws ExecutionException if one could not be scored
   */
  double perSecond(List<Derivation> derivations, int waiting)
      throws InterruptedException, ExecutionException {
    Semaphore places = new Semaphore(waiting);
    AtomicInteger next = new AtomicInteger();
    int clients = Math.max(1, Runtime.getRuntime().availableProcessors() - 1);
    long begun = System.nanoTime();
    try (ExecutorService threads = Executors.newFixedThreadPool(clients)) {
      Callable<Void> client = () -> client(derivations, next, places);
      for (Future<Void> done : threads.invokeAll(Collections.nCopies(clients, client))) done.get();
    }
    return derivations.size() * 1e9 / (System.nanoTime() - begun);
  }

  private Void client(List<Derivation> derivations, AtomicInteger next, Semaphore places)
      throws InterruptedException {
    List<CompletableFuture<Scored>> all = new ArrayList<>();
    for (int i = next.getAndIncrement(); i < derivations.size(); i = next.getAndIncrement()) {
      places.acquire();
      all.add(submit(derivations.get(i)).whenComplete((scored, failure) -> places.release()));
    }
    all.forEach(CompletableFuture::join);
    return null;
  }

  /** What one derivation waits for its reading where no other does. */
  Waits alone(List<Derivation> derivations, int times) {
    return new Waits(
        LongStream.range(0, times)
            .map(i -> nanos(derivations.get((int) (i % derivations.size())))));
  }

  private long nanos(Derivation derivation) {
    long begun = System.nanoTime();
    submit(derivation).join();
    return System.nanoTime() - begun;
  }

  private CompletableFuture<Scored> submit(Derivation derivation) {
    return hosted.submit(derivation, Deadline.in(PATIENCE));
  }

  @Override
  public void close() {
    hosted.close(PATIENCE);
  }
}
