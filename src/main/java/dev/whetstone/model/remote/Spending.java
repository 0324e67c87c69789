package dev.whetstone.model.remote;

import java.util.concurrent.atomic.LongAdder;

/** Counts what is asked and answered; of any number of threads. */
final class Spending {
  private static final double MILLION = 1_000_000;

  private final double inputPrice;
  private final double outputPrice;
  private final LongAdder requests = new LongAdder();
  private final LongAdder retries = new LongAdder();
  private final LongAdder answers = new LongAdder();
  private final LongAdder known = new LongAdder();
  private final LongAdder failures = new LongAdder();
  private final LongAdder uncounted = new LongAdder();
  private final LongAdder inputTokens = new LongAdder();
  private final LongAdder outputTokens = new LongAdder();

  /** Prices of a million tokens each. */
  Spending(double inputPrice, double outputPrice) {
    if (!(inputPrice >= 0 && outputPrice >= 0) || !Double.isFinite(inputPrice + outputPrice))
      throw new IllegalArgumentException("no price: %s, %s".formatted(inputPrice, outputPrice));
    this.inputPrice = inputPrice;
    this.outputPrice = outputPrice;
  }

  void request(int attempt) {
    requests.increment();
    if (attempt > 1) retries.increment();
  }

  void count(Outcome outcome) {
    switch (outcome) {
      case Outcome.Failed _ -> failures.increment();
      case Outcome.Answered answer when answer.cached() -> known.increment();
      case Outcome.Answered answer -> {
        answers.increment();
        answer.usage().ifPresentOrElse(this::add, uncounted::increment);
      }
    }
  }

  private void add(Usage usage) {
    inputTokens.add(usage.inputTokens());
    outputTokens.add(usage.outputTokens());
  }

  Spent soFar() {
    long input = inputTokens.sum();
    long output = outputTokens.sum();
    return new Spent(
        requests.sum(),
        retries.sum(),
        answers.sum(),
        known.sum(),
        failures.sum(),
        uncounted.sum(),
        input,
        output,
        (input * inputPrice + output * outputPrice) / MILLION);
  }
}
