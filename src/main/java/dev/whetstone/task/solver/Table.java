package dev.whetstone.task.solver;

import dev.whetstone.task.Game;
import dev.whetstone.task.Turn;
import java.util.ArrayList;
import java.util.List;

/** Where a player sits: it says something, and hears the reply. */
final class Table {
  /** Each message is read again in every later turn: a few hundred are enough. */
  private static final long MESSAGE = 100;

  private final Game game;
  private final List<String> messages = new ArrayList<>();
  private final Effort effort = new Effort();

  Table(Game game) {
    this.game = game;
  }

  /**
   * @throws Effort.Exceeded if that is too many
   */
  Turn say(String message) {
    messages.add(message);
    effort.take(MESSAGE * messages.size());
    return game.after(messages);
  }

  String transcript() {
    return String.join("\n", messages);
  }
}
