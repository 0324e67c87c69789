package dev.whetstone.task.family;

import dev.whetstone.task.Call;

/** What a game's calls act on; a fresh one for every replay, and the same each time. */
interface GameState {
  /**
   * Does what is called, and says what came of it.
   *
   * @param call one of the game's tools, with as many arguments as it has parameters; nothing else
   *     is known of them
   */
  String act(Call call);

  /** Whether nothing more can be done. */
  boolean isOver();

  /** Whether a player that stops here has done what it was asked. */
  boolean isWon();
}
