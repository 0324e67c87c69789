package dev.whetstone.rollout;

import java.util.Optional;
import java.util.UUID;

/** How many candidates a key may send. */
@FunctionalInterface
public interface Allowance {
  /**
   * Takes so many candidates off the key's allowance; whoever needs no key has no bounds.
   *
   * @throws QuotaSpent if they are more than are left
   */
  void take(Optional<UUID> key, int candidates);
}
