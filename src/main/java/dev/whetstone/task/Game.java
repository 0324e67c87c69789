package dev.whetstone.task;

import java.util.List;

/**
 * A task that is played in turns. A pure function of what the player wrote: nothing is kept between
 * turns, so that an episode can be played again from its record alone.
 *
 * <p>A player acts by {@link Call}s, each on a line of its own; all other lines are its thoughts.
 * The task's check reads the whole transcript in the same way, so a player that needs no reply may
 * write all its calls in one message.
 */
public interface Game {
  /** What a player may call. */
  List<Tool> tools();

  /**
   * What is said to the last of these messages.
   *
   * @param messages all that the player wrote, oldest first; at least one
   */
  Turn after(List<String> messages);
}
