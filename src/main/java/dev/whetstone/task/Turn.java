package dev.whetstone.task;

/**
 * What a player is told.
 *
 * @param said for the player's eyes; not empty
 * @param over whether nothing that is written after this counts
 */
public record Turn(String said, boolean over) {
  public Turn {
    if (said.isBlank()) throw new IllegalArgumentException("a turn says something");
  }
}
