package dev.whetstone.task.family;

import dev.whetstone.task.Answer;
import dev.whetstone.task.Call;
import dev.whetstone.task.Check;
import dev.whetstone.task.Game;
import dev.whetstone.task.Grade;
import dev.whetstone.task.Tool;
import dev.whetstone.task.Turn;
import java.util.List;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.function.Supplier;

/**
 * A game and its check, both of which let all calls act on a fresh world, in order, until it is
 * over.
 *
 * @param limit calls after which it is over in any case; those that do nothing count too
 * @param fewest calls that are needed, where they are counted
 */
record Replay(List<Tool> tools, int limit, OptionalInt fewest, Supplier<GameState> start)
    implements Game, Check {
  Replay {
    tools = List.copyOf(tools);
    if (limit < 1 || fewest.orElse(1) < 1 || fewest.orElse(1) > limit)
      throw new IllegalArgumentException(fewest + " of at most " + limit + " calls");
  }

  @Override
  public Turn after(List<String> messages) {
    Play play = new Play(this);
    String said = "";
    for (String message : messages) said = play.hear(message);
    return new Turn(said, play.isOver());
  }

  @Override
  public Grade grade(String transcript) {
    return grade(played(transcript));
  }

  @Override
  public OptionalDouble economy(String transcript) {
    if (fewest.isEmpty()) return OptionalDouble.empty();
    Play play = played(transcript);
    if (grade(play) != Grade.RIGHT) return OptionalDouble.of(0);
    return OptionalDouble.of(Math.min(1, (double) fewest.getAsInt() / play.calls()));
  }

  private static Grade grade(Play play) {
    if (play.calls() == 0) return Grade.UNREADABLE;
    return play.isWon() ? Grade.RIGHT : Grade.WRONG;
  }

  private Play played(String transcript) {
    Play play = new Play(this);
    if (transcript.length() <= Answer.MAX_COMPLETION) Call.of(transcript).forEach(play::act);
    return play;
  }
}
