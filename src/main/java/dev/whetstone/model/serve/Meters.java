package dev.whetstone.model.serve;

import dev.whetstone.model.ModelFault;
import dev.whetstone.model.Unscorable;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.DistributionSummary;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CancellationException;
import java.util.concurrent.TimeUnit;

/** What is counted for the operator of one model: waits, batches, tokens, and what was refused. */
final class Meters {
  private final MeterRegistry registry;
  private final String model;
  private final Timer queued;
  private final Timer scoring;
  private final DistributionSummary batch;
  private final Counter tokens;

  Meters(MeterRegistry registry, String model) {
    this.registry = registry;
    this.model = model;
    queued = registry.timer("whetstone.model.queued", "model", model);
    scoring = registry.timer("whetstone.model.scoring", "model", model);
    batch = registry.summary("whetstone.model.batch", "model", model);
    tokens = registry.counter("whetstone.model.tokens", "model", model);
  }

  void begun(List<Job> jobs) {
    for (Job job : jobs) queued.record(job.nanosWaited(), TimeUnit.NANOSECONDS);
  }

  void scored(List<Job> jobs, long nanos) {
    scoring.record(nanos, TimeUnit.NANOSECONDS);
    batch.record(jobs.size());
    for (Job job : jobs) tokens.increment((double) job.tokens());
  }

  void refused(Throwable failure) {
    registry
        .counter("whetstone.model.refused", "model", model, "reason", reason(failure))
        .increment();
  }

  private static String reason(Throwable failure) {
    return switch (failure) {
      case Unserved unserved -> unserved.reason().name().toLowerCase(Locale.ROOT);
      case Unscorable unscorable -> "unscorable";
      case CancellationException cancelled -> "cancelled";
      case ModelFault fault -> "fault";
      default -> "other";
    };
  }
}
