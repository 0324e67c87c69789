package dev.whetstone.rollout;

import dev.whetstone.task.Hash;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;

/** What a proposing model posts; nothing of it is taken for granted. */
public sealed interface Proposed {
  String family();

  /** To tell the same proposal from another one with its key. */
  Hash contentHash();

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

    @Override
    public Hash contentHash() {
      return Hash.of("seeded", family, new TreeMap<>(levels).toString(), seed);
    }
  }

  /** A question of the family, word for word, with the answer that is claimed. */
  record Worded(String family, String question, String answer) implements Proposed {
    public Worded {
      Objects.requireNonNull(family);
      Objects.requireNonNull(question);
      Objects.requireNonNull(answer);
    }

    @Override
    public Hash contentHash() {
      return Hash.of("worded", family, question, answer);
    }
  }

  /**
   * What is no proposal.
   *
   * @param family empty where none was named
   * @param item as it came, whole; it is only compared
   * @param why what is wrong with it, and what mends it
   */
  record Unreadable(String family, String item, String why) implements Proposed {
    public Unreadable {
      Objects.requireNonNull(family);
      Objects.requireNonNull(item);
      Objects.requireNonNull(why);
    }

    @Override
    public Hash contentHash() {
      return Hash.of("unreadable", item);
    }
  }
}
