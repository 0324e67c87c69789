package dev.whetstone.task.solver;

/** Plays a family's games by its question and the replies alone; {@link Players} bounds it. */
public abstract class Player {
  Player() {}

  /** By what other way than the family's own, for the curriculum designer. */
  public abstract String way();

  /** Plays until it holds that it has won; false where it cannot read the game. */
  abstract boolean play(String question, Table table);
}
