package dev.whetstone.rollout.trajectory;

import java.util.List;

/**
 * A group that waits, without its data.
 *
 * @param actor null where it said none
 */
record Group(long id, Integer actor, int sequences) {
  static int sequences(List<Group> groups) {
    return groups.stream().mapToInt(Group::sequences).sum();
  }

  static int largest(List<Group> groups) {
    return groups.stream().mapToInt(Group::sequences).max().orElse(0);
  }
}
