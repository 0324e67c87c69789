package dev.whetstone.task.gate;

import dev.whetstone.task.Game;
import dev.whetstone.task.Grade;
import dev.whetstone.task.Task;
import dev.whetstone.task.solver.Player;
import dev.whetstone.task.solver.Players;
import java.util.Optional;

/**
 * What a game fails. Its text does not hold all that a player needs, so it is proved by play: the
 * family's own calls win it, whoever only repeats the question does not, and a second player, which
 * shares no code with the family, wins it from the question and the replies alone.
 */
final class Playthrough {
  private Playthrough() {}

  static Optional<Failure> of(String family, Task task, Game game) {
    if (task.check().grade(task.answer()) != Grade.RIGHT)
      return failure(Criterion.SOLVABLE, "its own play does not win it");
    if (task.check().grade(task.question()) == Grade.RIGHT)
      return failure(Criterion.SEALED, "its text wins it");
    Optional<Player> player = Players.of(family);
    if (player.isEmpty())
      return failure(Criterion.CONFIRMED, "there is no second player for " + family);
    return Players.transcript(player.get(), task.question(), game)
            .filter(played -> task.check().grade(played) == Grade.RIGHT)
            .isPresent()
        ? Optional.empty()
        : failure(Criterion.CONFIRMED, "it is not won by " + player.get().way());
  }

  private static Optional<Failure> failure(Criterion criterion, String why) {
    return Optional.of(new Failure(criterion, why));
  }
}
