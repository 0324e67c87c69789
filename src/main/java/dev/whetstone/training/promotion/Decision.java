package dev.whetstone.training.promotion;

import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;

/**
 * What the gate decided of a candidate.
 *
 * @param incumbent the version it was measured against
 * @param criteria empty where it was kept without being measured
 */
public record Decision(String incumbent, boolean promoted, List<Criterion> criteria) {
  public Decision {
    Objects.requireNonNull(incumbent);
    criteria = List.copyOf(criteria);
    if (promoted && (criteria.isEmpty() || !criteria.stream().allMatch(Criterion::met)))
      throw new IllegalArgumentException("promoted only where every criterion is met");
  }

  /** In one line: what speaks against it, or for it where nothing does. */
  public String reason() {
    return criteria.stream()
        .filter(criterion -> criterion.met() == promoted)
        .map(Criterion::reason)
        .collect(Collectors.joining("; "));
  }
}
