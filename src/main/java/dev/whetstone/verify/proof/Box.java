package dev.whetstone.verify.proof;

/** Reads the score in {@code \boxed{}}. */
final class Box {
  private static final String BOX = "\\boxed{";
  private static final int LONGEST = 64;

  private Box() {}

  /**
   * The score that all boxes from there on hold.
   *
   * @throws BrokenFormat if there is none, one holds something else, or two differ
   */
  static Score score(String text, int from) throws BrokenFormat {
    Score score = null;
    for (int at = text.indexOf(BOX, from); at >= 0; at = text.indexOf(BOX, at + 1)) {
      Score found =
          Score.read(inside(text, at + BOX.length()))
              .orElseThrow(() -> new BrokenFormat("its score is none of 0, 0.5 and 1"));
      if (score != null && score != found) throw new BrokenFormat("it gives two scores");
      score = found;
    }
    if (score == null) throw new BrokenFormat("its score is in no box");
    return score;
  }

  private static String inside(String text, int start) throws BrokenFormat {
    int open = 1;
    for (int i = start; i < Math.min(text.length(), start + LONGEST); i++) {
      if (text.charAt(i) == '{') open++;
      if (text.charAt(i) == '}' && --open == 0) return text.substring(start, i);
    }
    throw new BrokenFormat("its box does not close");
  }
}
