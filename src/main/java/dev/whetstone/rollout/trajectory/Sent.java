package dev.whetstone.rollout.trajectory;

/**
 * A group as an environment sent it.
 *
 * @param actor null where it said none
 * @param data a JSON object
 */
public record Sent(Integer actor, int sequences, String data) {
  public Sent {
    if (sequences < 1) throw new IllegalArgumentException("a group has sequences");
  }
}
