package dev.whetstone.model.serve;

import dev.whetstone.model.Prepared;
import dev.whetstone.model.Reading;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/** A derivation that waits for its reading; done by its deadline at the latest. */
final class Job extends CompletableFuture<Scored> {
  private final Prepared prepared;
  private final Deadline deadline;
  private final long arrived = System.nanoTime();

  Job(Prepared prepared, Deadline deadline) {
    this.prepared = prepared;
    this.deadline = deadline;
  }

  Prepared prepared() {
    return prepared;
  }

  /** Rows that it adds to a batch. */
  int rows() {
    return prepared.windows();
  }

  /** Tokens of its longest row. */
  int length() {
    return prepared.longest();
  }

  long tokens() {
    return (long) rows() * length();
  }

  long nanosWaited() {
    return System.nanoTime() - arrived;
  }

  /** Gives up at the deadline; a failure, whoever brought it about, is told once. */
  void watch(Consumer<Throwable> onFailure) {
    ScheduledFuture<?> timer =
        ForkJoinPool.commonPool()
            .schedule(this::giveUp, deadline.nanosLeft(), TimeUnit.NANOSECONDS);
    var unused =
        whenComplete(
            (scored, failure) -> {
              timer.cancel(false);
              if (failure != null) onFailure.accept(failure);
            });
  }

  private void giveUp() {
    completeExceptionally(new Unserved(Unserved.Reason.LATE));
  }

  /** Whether somebody still waits for it; a deadline that has passed is noticed here too. */
  boolean isWanted() {
    if (deadline.hasPassed()) giveUp();
    return !isDone();
  }

  /** What waits for it goes on in a thread of its own: the model is never made to wait. */
  void answer(Reading reading, long begun, long ended, int batch, String model) {
    Duration queued = Duration.ofNanos(Math.max(0, begun - arrived));
    Scored scored = new Scored(reading, queued, Duration.ofNanos(ended - begun), batch, model);
    completeAsync(() -> scored, Thread::startVirtualThread);
  }

  void fail(Throwable failure) {
    Thread.startVirtualThread(() -> completeExceptionally(failure));
  }
}
