package dev.whetstone.task;

/** Which side of the firewall a task lies on; a question is on one side for ever. */
public enum Split {
  TRAIN,
  EVALUATION;

  private static final int SIDES = 8;

  /** One question in eight, by its hash, is kept for evaluation: the two ranges cannot meet. */
  public static Split of(String question) {
    return Math.floorMod(Hash.of("split", question).asLong(), SIDES) == 0 ? EVALUATION : TRAIN;
  }
}
