package dev.whetstone.rollout;

import dev.whetstone.task.gate.Failure;
import dev.whetstone.verify.StepVerdict;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Locale;

/**
 * What is counted for the operator: tasks by family, candidates by what became of them and of their
 * steps.
 */
@ApplicationScoped
class Meters {
  private final MeterRegistry registry;

  Meters(MeterRegistry registry) {
    this.registry = registry;
  }

  void handed(List<Made> tasks) {
    for (Made made : tasks)
      registry.counter("whetstone.tasks", "family", made.offer().identity().family()).increment();
  }

  /** By the first criterion of the gate that a task does not meet. */
  void refused(Offer offer, List<Failure> failures) {
    String family = offer.identity().family();
    String criterion = failures.getFirst().criterion().name().toLowerCase(Locale.ROOT);
    registry
        .counter("whetstone.tasks.refused", "family", family, "criterion", criterion)
        .increment();
  }

  void judged(List<Result> results) {
    for (Result result : results) {
      registry.counter("whetstone.candidates", "result", name(result)).increment();
      if (result instanceof Result.Rewarded r && !r.repeated()) r.steps().ifPresent(this::read);
    }
  }

  private void read(StepVerdict steps) {
    String result =
        switch (steps) {
          case StepVerdict.Read read -> "read";
          case StepVerdict.Unread unread -> unread.unread().word();
        };
    registry.counter("whetstone.steps", "result", result).increment();
  }

  private static String name(Result result) {
    return switch (result) {
      case Result.Rewarded r when r.repeated() -> "repeated";
      case Result.Rewarded r -> r.grade().name().toLowerCase(Locale.ROOT);
      case Result.Unjudged u -> "unjudged";
      case Result.Refused r -> "refused";
    };
  }
}
