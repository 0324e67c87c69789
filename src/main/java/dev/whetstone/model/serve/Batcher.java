package dev.whetstone.model.serve;

import dev.whetstone.model.Card;
import dev.whetstone.model.Derivation;
import dev.whetstone.model.ModelFault;
import dev.whetstone.model.Prepared;
import dev.whetstone.model.Reading;
import dev.whetstone.model.Scorer;
import dev.whetstone.model.Unscorable;
import dev.whetstone.model.serve.Unserved.Reason;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jboss.logging.Logger;

/**
 * One scorer behind a bounded queue, and the one thread that scores with it and closes it. A batch
 * that fails is scored again job by job, so that a text fails nobody but itself.
 */
final class Batcher {
  private static final Logger LOG = Logger.getLogger(Batcher.class);

  /**
   * Preparing takes whole milliseconds without a pause, which on a virtual thread would keep its
   * carrier from all others; so threads of the system do it, which share the processors fairly.
   */
  private static final ExecutorService PREPARERS =
      Executors.newFixedThreadPool(
          Runtime.getRuntime().availableProcessors(),
          Thread.ofPlatform().daemon().name("preparer-", 0).factory());

  private final Scorer scorer;
  private final Card card;
  private final Limits limits;
  private final Meters meters;
  private final JobQueue queue;
  private final CompletableFuture<Void> ended = new CompletableFuture<>();

  private Batcher(Scorer scorer, Limits limits, MeterRegistry registry) {
    this.scorer = scorer;
    this.card = scorer.card();
    this.limits = limits;
    this.meters = new Meters(registry, card.id());
    this.queue = new JobQueue(limits);
  }

  /** The scorer is its own from now on. */
  static Batcher start(Scorer scorer, Limits limits, MeterRegistry registry) {
    Batcher batcher = new Batcher(scorer, limits, registry);
    Thread.ofPlatform().daemon().name("scorer " + batcher.card.id()).start(batcher::work);
    return batcher;
  }

  Card card() {
    return card;
  }

  int waiting() {
    return queue.size();
  }

  /** As {@link Hosted#submit}; {@link Reason#CLOSED} once it is being closed. */
  CompletableFuture<Scored> submit(Derivation derivation, Deadline deadline) {
    try {
      if (deadline.hasPassed()) throw new Unserved(Reason.LATE);
      limits.require(derivation);
      queue.reserve();
      try {
        return enqueue(new Job(prepare(derivation), deadline));
      } finally {
        queue.release();
      }
    } catch (Unscorable | Unserved | ModelFault e) {
      meters.refused(e);
      return CompletableFuture.failedFuture(e);
    }
  }

  private Prepared prepare(Derivation derivation) throws Unscorable {
    Future<Prepared> prepared = PREPARERS.submit(() -> scorer.prepare(derivation));
    try {
      return prepared.get();
    } catch (InterruptedException e) {
      prepared.cancel(true);
      Thread.currentThread().interrupt();
      throw new Unserved(Reason.LATE);
    } catch (ExecutionException e) {
      switch (e.getCause()) {
        case ModelFault fault -> throw fault;
        case Unscorable fault -> throw fault;
        case Throwable fault -> throw new ModelFault("cannot prepare: " + fault, fault);
      }
    }
  }

  private Job enqueue(Job job) {
    queue.add(job);
    job.watch(failure -> drop(job, failure));
    return job;
  }

  private void drop(Job job, Throwable failure) {
    queue.remove(job);
    meters.refused(failure);
  }

  private void work() {
    try {
      for (List<Job> batch = queue.take(); !batch.isEmpty(); batch = queue.take()) score(batch);
      scorer.close();
    } catch (Throwable e) {
      LOG.errorf(e, "%s was not closed as it should be", card.id());
    } finally {
      ended.complete(null);
    }
  }

  private void score(List<Job> taken) {
    List<Job> batch = taken.stream().filter(Job::isWanted).toList();
    if (batch.isEmpty()) return;
    meters.begun(batch);
    long begun = System.nanoTime();
    try {
      answer(batch, begun, readings(batch));
    } catch (Throwable e) {
      // Whatever it is, the one thread goes on.
      if (batch.size() > 1) batch.forEach(job -> score(List.of(job)));
      else fail(batch.getFirst(), e);
    }
  }

  private List<Reading> readings(List<Job> batch) {
    List<Reading> readings = scorer.score(batch.stream().map(Job::prepared).toList());
    if (readings.size() != batch.size() || readings.stream().anyMatch(Objects::isNull))
      throw new ModelFault(readings.size() + " readings of " + batch.size() + " derivations");
    return readings;
  }

  private void answer(List<Job> batch, long begun, List<Reading> readings) {
    long ended = System.nanoTime();
    meters.scored(batch, ended - begun);
    for (int i = 0; i < batch.size(); i++)
      batch.get(i).answer(readings.get(i), begun, ended, batch.size(), card.id());
  }

  private void fail(Job job, Throwable failure) {
    if (!(failure instanceof ModelFault)) LOG.errorf(failure, "%s failed", card.id());
    job.fail(failure instanceof ModelFault ? failure : new ModelFault("" + failure, failure));
  }

  /**
   * Takes no more jobs, scores those that wait, then closes the scorer.
   *
   * @return done when the scorer is closed
   */
  CompletableFuture<Void> retire() {
    queue.close();
    return ended;
  }

  /** One that retires: what still waits then is refused. */
  void refuseWaiting(Deadline grace) {
    if (!hasEndedBy(grace)) queue.clear().forEach(job -> job.fail(new Unserved(Reason.CLOSED)));
  }

  /** An engine that is left while it computes can bring the process down. */
  void awaitLastBatch(Deadline end) {
    if (!hasEndedBy(end)) LOG.warnf("%s is still scoring, and is left", card.id());
  }

  private boolean hasEndedBy(Deadline deadline) {
    try {
      ended.get(deadline.nanosLeft(), TimeUnit.NANOSECONDS);
      return true;
    } catch (TimeoutException e) {
      return false;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    } catch (ExecutionException e) {
      throw new AssertionError("it is never completed with a failure", e);
    }
  }
}
