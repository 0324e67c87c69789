package dev.whetstone.model.serve;

import dev.whetstone.model.serve.Unserved.Reason;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * The bounded queue of one scorer. A place is reserved before a derivation is prepared, so the
 * scorer is not closed under whoever prepares, and who has a place is served.
 */
final class JobQueue {
  private static final long UNTIL_ONE_COMES = TimeUnit.HOURS.toNanos(1);

  private final Limits limits;
  private final Backlog backlog = new Backlog();
  private int reserved;
  private boolean closed;

  JobQueue(Limits limits) {
    this.limits = limits;
  }

  /**
   * @throws Unserved if as many wait as may, or no more may come
   */
  synchronized void reserve() {
    if (closed) throw new Unserved(Reason.CLOSED);
    if (backlog.size() + reserved >= limits.queue()) throw new Unserved(Reason.FULL);
    reserved++;
  }

  /** Gives a reserved place back. */
  synchronized void release() {
    reserved--;
    notifyAll();
  }

  /**
   * Takes a reserved place, which has still to be released.
   *
   * @throws Unserved if too many tokens wait
   */
  synchronized void add(Job job) {
    if (backlog.size() > 0 && backlog.tokens() + job.tokens() > limits.queueTokens())
      throw new Unserved(Reason.FULL);
    backlog.add(job);
    notifyAll();
  }

  synchronized void remove(Job job) {
    backlog.remove(job);
  }

  synchronized int size() {
    return backlog.size();
  }

  /** The next batch, as soon as it is full or its first has waited its delay; empty at the end. */
  synchronized List<Job> take() {
    while (!isReady()) {
      try {
        TimeUnit.NANOSECONDS.timedWait(this, nanosToWait());
      } catch (InterruptedException e) {
        // Nobody but an engine can have interrupted its owner, who goes on.
      }
    }
    return backlog.size() == 0 ? List.of() : backlog.take(limits.batchTokens());
  }

  private boolean isReady() {
    if (backlog.size() == 0) return closed && reserved == 0;
    return closed || backlog.tokens() >= limits.batchTokens() || nanosToWait() <= 0;
  }

  private long nanosToWait() {
    if (backlog.size() == 0) return UNTIL_ONE_COMES;
    return limits.delay().toNanos() - backlog.oldest().nanosWaited();
  }

  /** No more may come; what has a place is still taken. */
  synchronized void close() {
    closed = true;
    notifyAll();
  }

  /** Takes all that wait. */
  synchronized List<Job> clear() {
    return backlog.clear();
  }
}
