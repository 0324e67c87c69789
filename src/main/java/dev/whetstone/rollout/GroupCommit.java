package dev.whetstone.rollout;

import dev.whetstone.rollout.Candidates.Judgement;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * Saves the verdicts of all requests that wait at one moment in one transaction: a commit costs the
 * same for one row and for a hundred. A request is answered only when its rows are committed.
 */
@ApplicationScoped
class GroupCommit {
  private static final int QUEUE = 1_024;
  private static final int MAX_ROWS = 4_096;
  private static final long PATIENCE_SECONDS = 20;

  private final BlockingQueue<Waiting> queue = new ArrayBlockingQueue<>(QUEUE);
  private final OutcomeTable table;
  private final RolloutLimits limits;
  private final Meters meters;
  private final Clock clock;
  private final Thread writer =
      Thread.ofPlatform().daemon().name("group-commit").unstarted(this::work);
  private volatile boolean open = true;

  /** One request's verdicts, and what became of them. */
  private record Waiting(
      List<Judgement> judgements, CompletableFuture<List<Result>> results, long since) {}

  GroupCommit(OutcomeTable table, RolloutLimits limits, Meters meters, Clock clock) {
    this.table = table;
    this.limits = limits;
    this.meters = meters;
    this.clock = clock;
  }

  void start(@Observes StartupEvent event) {
    writer.start();
  }

  void stop(@Observes ShutdownEvent event) {
    open = false;
  }

  /** Whether it saves, or is being stopped. */
  boolean isAlive() {
    return writer.isAlive() || !open;
  }

  /**
   * One result each, in their order; returns when they are durable.
   *
   * @throws DatabaseFault if they could not be saved
   * @throws Overloaded if they could not be saved in time; whether they were is then unknown, and
   *     the request is safe to repeat with its key
   */
  List<Result> save(List<Judgement> judgements) {
    if (judgements.isEmpty()) return List.of();
    Waiting waiting = new Waiting(judgements, new CompletableFuture<>(), System.nanoTime());
    enqueue(waiting);
    try {
      return waiting.results.orTimeout(PATIENCE_SECONDS, TimeUnit.SECONDS).join();
    } catch (CompletionException e) {
      if (e.getCause() instanceof DatabaseFault fault) throw fault;
      if (e.getCause() instanceof TimeoutException) throw new Overloaded();
      throw e;
    }
  }

  private void enqueue(Waiting waiting) {
    try {
      if (!queue.offer(waiting, PATIENCE_SECONDS, TimeUnit.SECONDS)) throw new Overloaded();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new Overloaded();
    }
  }

  private void work() {
    while (open || !queue.isEmpty()) {
      List<Waiting> together = together();
      if (!together.isEmpty()) commit(together);
    }
  }

  private List<Waiting> together() {
    List<Waiting> together = new ArrayList<>();
    try {
      int rows = 0;
      Waiting next = queue.poll(100, TimeUnit.MILLISECONDS);
      for (; next != null; next = rows < MAX_ROWS ? queue.poll() : null) {
        together.add(next);
        meters.queued(System.nanoTime() - next.since);
        rows += next.judgements.size();
      }
    } catch (InterruptedException e) {
      open = false;
    }
    return together;
  }

  private void commit(List<Waiting> together) {
    List<Judgement> all = together.stream().flatMap(w -> w.judgements.stream()).toList();
    if (together.size() > 1 && repeatsItself(all)) together.forEach(w -> commit(List.of(w)));
    else save(together, all);
  }

  /** A request and its repeat at one moment: the second must see what the first has saved. */
  private static boolean repeatsItself(List<Judgement> all) {
    Set<List<Object>> seen = new HashSet<>();
    return all.stream()
        .filter(j -> j.candidate().itemKey() != null)
        .anyMatch(j -> !seen.add(List.of(j.offer().id(), j.candidate().itemKey())));
  }

  private void save(List<Waiting> together, List<Judgement> all) {
    long start = System.nanoTime();
    try {
      deliver(together, table.save(all, limits.keepCandidates().isPositive(), clock.instant()));
    } catch (DatabaseFault e) {
      // Where a row is at fault each request is tried alone, so that none fails for another's.
      if (e.isOfARow() && together.size() > 1) together.forEach(w -> commit(List.of(w)));
      else fail(together, e);
    } catch (Throwable e) {
      fail(together, e); // whatever it is, the one writer goes on
    } finally {
      meters.stored(System.nanoTime() - start);
    }
  }

  private static void fail(List<Waiting> together, Throwable fault) {
    together.forEach(waiting -> waiting.results.completeExceptionally(fault));
  }

  private static void deliver(List<Waiting> together, List<Result> results) {
    int next = 0;
    for (Waiting waiting : together) {
      int end = next + waiting.judgements.size();
      waiting.results.complete(results.subList(next, end));
      next = end;
    }
  }
}
