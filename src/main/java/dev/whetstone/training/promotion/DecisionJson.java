package dev.whetstone.training.promotion;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jdk8.Jdk8Module;
import com.fasterxml.jackson.module.paramnames.ParameterNamesModule;
import dev.whetstone.benchmark.metric.Estimate;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.util.Optional;

/** Decisions as they stand in the history's rows. */
@RegisterForReflection(targets = {Decision.class, Criterion.class, Estimate.class})
final class DecisionJson {
  private static final ObjectMapper JSON =
      JsonMapper.builder()
          .addModules(new Jdk8Module(), new ParameterNamesModule())
          .propertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE)
          .build();

  private DecisionJson() {}

  static String write(Optional<Decision> decision) {
    try {
      return decision.isEmpty() ? null : JSON.writeValueAsString(decision.get());
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("a decision is always JSON", e);
    }
  }

  static Optional<Decision> read(String json) {
    try {
      return json == null ? Optional.empty() : Optional.of(JSON.readValue(json, Decision.class));
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("a decision is not readable", e);
    }
  }
}
