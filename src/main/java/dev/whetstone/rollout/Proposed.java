package dev.whetstone.rollout;

import java.util.Map;
import java.util.Objects;

/** What a proposing model posts; nothing of it is taken for granted. */
public sealed interface Proposed {
  String family();

  /**
   * A task that the family is to make.
   *
   * @param levels by the name of the control; one left out is at its easiest
   * @param seed the same one makes the same task
   */
  record Seeded(String family, Map<String, Integer> levels, String seed) implements Proposed {
    public Seeded {
      Objects.requireNonNull(family);
      Objects.requireNonNull(seed);
      levels = Map.copyOf(levels);
    }
  }

  /** A question of the family, word for word, with the answer that is claimed. */
  record Worded(String family, String question, String answer) implements Proposed {
    public Worded {
      Objects.requireNonNull(family);
      Objects.requireNonNull(question);
      Objects.requireNonNull(answer);
    }
  }
}
