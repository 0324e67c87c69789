package dev.whetstone.training.simulation;

import dev.whetstone.task.Flaw;
import java.util.Locale;
import java.util.Optional;

/**
 * A way of answering.
 *
 * @param flaw made on purpose; empty for an honest attempt, which may fail
 */
record Way(Optional<Flaw> flaw) {
  static final Way HONEST = new Way(Optional.empty());

  static Way flawed(Flaw flaw) {
    return new Way(Optional.of(flaw));
  }

  @Override
  public String toString() {
    return flaw.map(f -> f.name().toLowerCase(Locale.ROOT).replace('_', ' ')).orElse("honest");
  }
}
