package dev.whetstone.training.promotion;

import dev.whetstone.benchmark.metric.Estimate;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * What one ground showed.
 *
 * @param difference the candidate's share less the incumbent's, with its 95 % interval; empty where
 *     there is none
 * @param bound that the interval must lie above; empty where the difference does not decide
 * @param items solutions that both judged
 * @param sets the difference on each set, or family, that has one
 * @param reason in words
 */
@Schema(name = "PromotionCriterion")
public record Criterion(
    Ground ground,
    boolean met,
    Optional<Estimate> difference,
    Optional<Double> bound,
    int items,
    int problems,
    Map<String, Estimate> sets,
    String reason) {
  /** What a candidate is measured on. */
  public enum Ground {
    /** Human labels: it must not be worse. */
    HUMAN,
    /** What fooled versions before it: it must be better. */
    ARCHIVE,
    /** Generated solutions: neither all of them nor one family may be worse. */
    FAMILIES
  }

  public Criterion {
    Objects.requireNonNull(ground);
    Objects.requireNonNull(difference);
    Objects.requireNonNull(bound);
    sets = Collections.unmodifiableMap(new LinkedHashMap<>(sets));
    Objects.requireNonNull(reason);
  }

  boolean isBetter() {
    return difference.filter(d -> d.low() > 0).isPresent();
  }
}
