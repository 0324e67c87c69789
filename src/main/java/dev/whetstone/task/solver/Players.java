package dev.whetstone.task.solver;

import dev.whetstone.task.Game;
import java.util.Map;
import java.util.Optional;

/** The second players that there are, by family; a game without one cannot be confirmed. */
public final class Players {
  private static final Map<String, Player> ALL =
      Map.of(
          "hidden_truth", new EliminationPlayer(),
          "dark_maze", new MazePlayer(),
          "tool_use", new ErrandPlayer());

  private Players() {}

  public static Optional<Player> of(String family) {
    return Optional.ofNullable(ALL.get(family));
  }

  /** All that a player wrote in one game; empty where it is no game of its family. */
  public static Optional<String> transcript(Player player, String question, Game game) {
    Table table = new Table(game);
    try {
      return player.play(question, table) ? Optional.of(table.transcript()) : Optional.empty();
    } catch (Effort.Exceeded e) {
      return Optional.empty();
    }
  }
}
