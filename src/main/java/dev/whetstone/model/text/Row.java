package dev.whetstone.model.text;

import java.util.List;

/**
 * One row of a batch: the problem and steps, each with a token at its end. A token sees the problem
 * and, of the steps, its own and those before it.
 *
 * @param ids of T tokens; likewise the three that follow
 * @param owner of each token: -1 for the problem, else an index into {@code steps}
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
public record Row(
    int[] ids, int[] positions, int[] types, int[] notes, int[] owner, List<Step> steps) {
  /**
   * @param node its index in the tree
   * @param parent index in the row of the step before it, or -1
   * @param start its first token in the row
   * @param end the token at its end, where its score is read
   * @param scored whether its score counts: it may stand here for those behind it
   */
  public record Step(int node, int parent, int start, int end, boolean scored) {}

  public int length() {
    return ids.length;
  }

  /** Writes who sees whom into a [T, T] square of this side, from {@code at}; a pad sees itself. */
  public void see(boolean[] visible, int at, int side) {
    boolean[][] sees = ancestors();
    for (int i = 0; i < side; i++) {
      int line = at + i * side;
      visible[line + i] = true;
      if (i < length()) for (int j = 0; j < length(); j++) visible[line + j] = sees(sees, i, j);
    }
  }

  private boolean sees(boolean[][] ancestors, int i, int j) {
    return owner[j] < 0 || (owner[i] >= 0 && ancestors[owner[i]][owner[j]]);
  }

  private boolean[][] ancestors() {
    boolean[][] sees = new boolean[steps.size()][steps.size()];
    for (int i = 0; i < sees.length; i++)
      for (int up = i; up >= 0; up = steps.get(up).parent()) sees[i][up] = true;
    return sees;
  }
}
