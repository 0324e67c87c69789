package dev.whetstone.rollout;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.whetstone.task.TaskFamily;
import dev.whetstone.task.family.Families;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;

/** Makes the tasks of offers, and holds the latest ready; a task not held is made again. */
@ApplicationScoped
class Workshop {
  /** What a task weighs beside its question: its truth, and what its solution is written from. */
  private static final int OVERHEAD = 1_000;

  private static final int TIMES_QUESTION = 3;

  private final Cache<UUID, Made> ready;

  Workshop(RolloutLimits limits) {
    ready =
        Caffeine.newBuilder()
            .maximumWeight(limits.cachedTaskChars())
            .weigher((UUID id, Made made) -> weight(made))
            .build();
  }

  private static int weight(Made made) {
    return OVERHEAD + TIMES_QUESTION * made.task().question().length();
  }

  /** The task, if it is held. */
  Made held(UUID offer) {
    return ready.getIfPresent(offer);
  }

  /**
   * @throws IllegalStateException if the family is no more, or is another version by now
   */
  Made make(Offer offer) {
    Made made = new Made(offer, offer.identity().make(family(offer)));
    ready.put(offer.id(), made);
    return made;
  }

  private static TaskFamily family(Offer offer) {
    String name = offer.identity().family();
    return Families.named(name)
        .orElseThrow(() -> new IllegalStateException("there is no family " + name + " any more"));
  }
}
