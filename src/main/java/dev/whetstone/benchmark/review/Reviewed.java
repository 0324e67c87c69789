package dev.whetstone.benchmark.review;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.UUID;

/**
 * An item whose votes are in.
 *
 * @param key names it in the set of labels
 * @param label P(no step is wrong) as it was in use before
 * @param value the label's expected change times its effect
 * @param inclusion probability with which it was drawn, in (0, 1]
 * @param firstError as decided: index of the first wrong step, from 0; empty for none
 * @param score as decided, in {0, 1/2, 1}; empty while it is disputed
 */
public record Reviewed(
    UUID item,
    String key,
    Source source,
    ReviewState state,
    String problem,
    List<String> steps,
    String generator,
    double label,
    double value,
    double inclusion,
    OptionalInt firstError,
    Optional<Double> score,
    List<Vote> votes,
    Optional<Instant> decidedAt) {
  public Reviewed {
    steps = List.copyOf(steps);
    votes = List.copyOf(votes);
  }
}
