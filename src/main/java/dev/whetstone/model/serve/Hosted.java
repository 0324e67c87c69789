package dev.whetstone.model.serve;

import dev.whetstone.model.Card;
import dev.whetstone.model.Derivation;
import dev.whetstone.model.Scorer;
import dev.whetstone.model.serve.Unserved.Reason;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;

/** A model that serves; its version may change under it, and nobody who waits notices. */
public final class Hosted {
  private final Limits limits;
  private final MeterRegistry registry;
  private final List<Batcher> retiring = new CopyOnWriteArrayList<>();
  private volatile Batcher current;

  /** The scorer is its own from now on. */
  public Hosted(Scorer scorer, Limits limits, MeterRegistry registry) {
    this.limits = limits;
    this.registry = registry;
    current = Batcher.start(scorer, limits, registry);
    Gauge.builder("whetstone.model.waiting", this, Hosted::waiting)
        .tag("name", card().name())
        .register(registry);
  }

  /** Of the version that serves now. */
  public Card card() {
    return current.card();
  }

  /** Derivations that wait for the version that serves now. */
  public int waiting() {
    return current.waiting();
  }

  /** Has a derivation scored by the deadline that is usual here. */
  public CompletableFuture<Scored> submit(Derivation derivation) {
    return submit(derivation, Deadline.in(limits.deadline()));
  }

  /**
   * Has a derivation scored; its text is prepared on this thread. Done by the deadline at the
   * latest; cancelled, it leaves the queue.
   *
   * @return a reading, or the failure: {@link dev.whetstone.model.Unscorable} by the text's own
   *     fault, {@link Unserved} if it was not scored and may be sent again, {@link
   *     dev.whetstone.model.ModelFault} if the model failed at this text alone
   */
  public CompletableFuture<Scored> submit(Derivation derivation, Deadline deadline) {
    while (true) {
      Batcher batcher = current;
      CompletableFuture<Scored> scored = batcher.submit(derivation, deadline);
      if (!isClosed(scored) || batcher == current) return scored;
    }
  }

  private static boolean isClosed(CompletableFuture<Scored> scored) {
    return scored.isCompletedExceptionally()
        && scored.exceptionNow() instanceof Unserved unserved
        && unserved.reason() == Reason.CLOSED;
  }

  /**
   * From now on another scorer serves; what waits for the one before is still scored by it.
   *
   * @return done when the scorer before is closed
   */
  public synchronized CompletableFuture<Void> swap(Scorer scorer) {
    Batcher before = current;
    current = Batcher.start(scorer, limits, registry);
    retiring.add(before);
    return before.retire().thenRun(() -> retiring.remove(before));
  }

  /** As {@link #close(Duration, Duration)} with the same for both. */
  public void close(Duration grace) {
    close(grace, grace);
  }

  /**
   * Takes no more; what still waits after {@code grace} is refused.
   *
   * @param batch what the batch in hand is waited for after that
   */
  public void close(Duration grace, Duration batch) {
    close(Deadline.in(grace), Deadline.in(grace.plus(batch)));
  }

  /** Every version has the same time. */
  synchronized void close(Deadline grace, Deadline end) {
    List<Batcher> all = new ArrayList<>(retiring);
    all.add(current);
    for (Batcher batcher : all) {
      var unused = batcher.retire();
    }
    all.forEach(batcher -> batcher.refuseWaiting(grace));
    all.forEach(batcher -> batcher.awaitLastBatch(end));
  }
}
