package dev.whetstone.model.remote;

import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.function.ToDoubleFunction;

/** What a model costs, as metrics that only grow. */
final class SpentMeters {
  private final MeterRegistry registry;
  private final ChatModel model;
  private final ChatClient client;

  private SpentMeters(MeterRegistry registry, ChatModel model, ChatClient client) {
    this.registry = registry;
    this.model = model;
    this.client = client;
  }

  static void register(MeterRegistry registry, ChatModel model, ChatClient client) {
    SpentMeters meters = new SpentMeters(registry, model, client);
    meters.add("requests", Spent::requests);
    meters.add("retries", Spent::retries);
    meters.add("answers", Spent::answers);
    meters.add("known", Spent::known);
    meters.add("failures", Spent::failures);
    meters.add("input.tokens", Spent::inputTokens);
    meters.add("output.tokens", Spent::outputTokens);
    meters.add("cost", Spent::cost);
  }

  private void add(String name, ToDoubleFunction<Spent> value) {
    FunctionCounter.builder(
            "whetstone.generative." + name, client, c -> value.applyAsDouble(c.spent()))
        .tag("model", model.name())
        .tag("server", model.server().base().getHost())
        .register(registry);
  }
}
