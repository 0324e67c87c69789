package dev.whetstone.training.promotion;

import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** Settings as a test wants them. */
record FixedSettings(GateSettings gate, AlarmSettings alarm) implements PromotionSettings {
  @Override
  public boolean enabled() {
    return true;
  }

  @Override
  public Duration every() {
    return Duration.ofMinutes(1);
  }

  @Override
  public Optional<List<String>> humanSets() {
    return Optional.empty();
  }

  @Override
  public int maxHuman() {
    return 1_000;
  }

  @Override
  public int maxArchived() {
    return 1_000;
  }

  @Override
  public int familyExamples() {
    return 20;
  }

  @Override
  public int huntedExamples() {
    return 20;
  }

  @Override
  public int batchTokens() {
    return 4_096;
  }

  @Override
  public int faults() {
    return 3;
  }
}
