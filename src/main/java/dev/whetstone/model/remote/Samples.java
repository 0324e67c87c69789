package dev.whetstone.model.remote;

import dev.whetstone.model.remote.Outcome.Failed;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;

/** The samples of one call, while they are drawn and after; closing it gives up the open ones. */
public final class Samples implements AutoCloseable {
  /** One sample: the outcome to be, and the task to interrupt. */
  record Sample(CompletableFuture<Outcome> outcome, Future<?> task) {}

  private final List<Sample> samples;

  Samples(List<Sample> samples) {
    this.samples = List.copyOf(samples);
  }

  /** Waits for all, in their order; an interrupt gives up the open ones and is kept. */
  public List<Outcome> all() {
    try {
      for (Sample sample : samples) sample.outcome.get();
    } catch (InterruptedException _) {
      close();
      Thread.currentThread().interrupt();
    } catch (ExecutionException e) {
      throw new IllegalStateException(e);
    }
    return samples.stream().map(sample -> sample.outcome.join()).toList();
  }

  /** Gives up the open ones: their requests are dropped, their outcome is that they were. */
  @Override
  public void close() {
    for (Sample sample : samples)
      if (sample.outcome.complete(Failed.of(Reason.CANCELLED, "nobody waits for it")))
        sample.task.cancel(true);
  }
}
