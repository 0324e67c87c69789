package dev.whetstone.rollout;

import dev.whetstone.rollout.Candidates.Judgement;
import dev.whetstone.task.Grade;
import dev.whetstone.task.gate.Failure;
import dev.whetstone.verify.StepVerdict;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeUnit;

/**
 * What is counted for the operator: tasks by family, candidates by what became of them and of their
 * steps; and what each stage of a round takes, apart from the others. No tag has values that a
 * client makes up.
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

  /** What a task took to be made and to pass the gate, or not to. */
  void admitted(Offer offer, long nanos) {
    record("whetstone.admission", nanos, "family", offer.identity().family());
  }

  /** What the exact check took; by its count also who passes what. */
  void verified(Judgement judgement) {
    record(
        "whetstone.verification",
        TimeUnit.MICROSECONDS.toNanos(judgement.micros()),
        "family",
        judgement.offer().identity().family(),
        "verifier",
        judgement.verdict().verifier(),
        "grade",
        word(judgement.verdict().grade()));
  }

  /** What a request's verdicts waited for the commit that they were saved in. */
  void queued(long nanos) {
    record("whetstone.queue", nanos);
  }

  /** What a commit took, of however many requests. */
  void stored(long nanos) {
    record("whetstone.storage", nanos);
  }

  private void record(String name, long nanos, String... tags) {
    registry.timer(name, tags).record(nanos, TimeUnit.NANOSECONDS);
  }

  void judged(List<Result> results) {
    for (Result result : results) {
      registry.counter("whetstone.candidates", "result", name(result)).increment();
      if (result instanceof Result.Rewarded r && !r.repeated())
        r.steps().ifPresent(s -> read(s, r.grade()));
    }
  }

  private void read(StepVerdict steps, Grade grade) {
    switch (steps) {
      case StepVerdict.Unread unread -> count(unread.unread().word());
      case StepVerdict.Read read -> {
        count("read");
        compare(read, grade);
      }
    }
  }

  private void count(String result) {
    registry.counter("whetstone.steps", "result", result).increment();
  }

  /** How far the learned verifier agrees with the exact one: its sensitivity and false passes. */
  private void compare(StepVerdict.Read read, Grade grade) {
    String says = read.takesForRight() ? "right" : "wrong";
    registry
        .counter(
            "whetstone.reliability",
            "verifier",
            read.verifier(),
            "grade",
            word(grade),
            "says",
            says)
        .increment();
  }

  private static String name(Result result) {
    return switch (result) {
      case Result.Rewarded r when r.repeated() -> "repeated";
      case Result.Rewarded r -> word(r.grade());
      case Result.Unjudged u -> "unjudged";
      case Result.Refused r -> "refused";
    };
  }

  private static String word(Grade grade) {
    return grade.name().toLowerCase(Locale.ROOT);
  }
}
