package dev.whetstone.benchmark.label;

import io.quarkus.runtime.annotations.RegisterForReflection;

/**
 * It was learned that a label is more, or less, probably right than was thought.
 *
 * @param from P(the label is right) until then
 * @param to P(the label is right) since
 */
@RegisterForReflection
public record CorrectionEvent(String set, String id, double from, double to) {
  static final String TYPE = "correction";
  static final int VERSION = 1;
}
