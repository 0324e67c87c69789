package dev.whetstone.rollout;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.UUID;

/** The record of every reward. */
@ApplicationScoped
public class Outcomes {
  /**
   * A page of a run's outcomes, in the order of their numbers.
   *
   * @param after the number of the last one read, 0 to begin
   * @throws UnknownRun if there is no such run
   */
  @Transactional
  public List<Outcome> page(UUID run, long after, int limit) {
    StoredRun.known(run);
    return StoredOutcome.after(run, after, limit).stream().map(StoredOutcome::toOutcome).toList();
  }
}
