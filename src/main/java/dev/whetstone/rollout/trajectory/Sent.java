package dev.whetstone.rollout.trajectory;

/**
 * A group as an environment sent it.
 *
 * @param environment null where it said none
 * @param data a JSON object
 */
public record Sent(Integer environment, int sequences, String data) {
  public Sent {
    if (sequences < 1) throw new IllegalArgumentException("a group has sequences");
  }
}
