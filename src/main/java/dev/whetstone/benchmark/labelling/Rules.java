package dev.whetstone.benchmark.labelling;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.whetstone.verify.labelling.FixedRule;
import dev.whetstone.verify.labelling.Panel;
import dev.whetstone.verify.labelling.Rule;
import dev.whetstone.verify.labelling.sequential.Errors;
import dev.whetstone.verify.labelling.sequential.SequentialRule;
import dev.whetstone.verify.labelling.sequential.SequentialTest;
import io.quarkus.runtime.annotations.RegisterForReflection;

/** The rule that the settings name, and rules as they are stored with the proofs. */
@RegisterForReflection(
    targets = {
      FixedRule.class,
      SequentialRule.class,
      SequentialTest.class,
      Panel.class,
      Rules.Kinds.class
    })
public final class Rules {
  private static final JsonMapper JSON =
      JsonMapper.builder()
          .propertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE)
          .addMixIn(Rule.class, Kinds.class)
          .build();

  private Rules() {}

  @JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "kind")
  @JsonSubTypes({
    @JsonSubTypes.Type(value = FixedRule.class, name = "fixed"),
    @JsonSubTypes.Type(value = SequentialRule.class, name = "sequential")
  })
  interface Kinds {}

  /**
   * @throws IllegalArgumentException if the settings make no rule
   */
  public static Rule from(LabellingSettings s) {
    Panel panel = new Panel(s.checks(), true);
    return switch (s.rule()) {
      case FIXED ->
          new FixedRule(s.analyses(), panel, s.required(), s.lowest(), s.humanFrom(), s.retries());
      case SEQUENTIAL ->
          new SequentialRule(
              test(s), panel, s.analyses(), s.required(), s.humanFrom(), s.retries());
    };
  }

  private static SequentialTest test(LabellingSettings s) {
    return SequentialTest.narrowest(
        s.rateCorrect(),
        s.rateFlawed(),
        new Errors(s.correctAsFlawed(), s.flawedAsCorrect()),
        s.analyses());
  }

  /** In a few words, for whoever reads a label. */
  static String name(Rule rule) {
    return switch (rule) {
      case FixedRule r ->
          "fixed rule n=%d m=%d k=%d".formatted(r.analyses(), r.panel().checks(), r.required());
      case SequentialRule r ->
          "sequential rule n<=%d m=%d k=%d r0=%s r1=%s"
              .formatted(
                  r.maxAnalyses(),
                  r.panel().checks(),
                  r.required(),
                  r.test().rateCorrect(),
                  r.test().rateFlawed());
      default -> throw new IllegalArgumentException("a rule without a name: " + rule);
    };
  }

  /** Of a stored rule; one that a newer program wrote has no name here. */
  static String name(String stored) {
    try {
      return name(read(stored));
    } catch (IllegalStateException _) {
      return "a rule that this program does not know";
    }
  }

  static String write(Rule rule) {
    try {
      return JSON.writerFor(Rule.class).writeValueAsString(rule);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("a rule can be written", e);
    }
  }

  static Rule read(String json) {
    try {
      return JSON.readValue(json, Rule.class);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("a stored rule can be read", e);
    }
  }
}
