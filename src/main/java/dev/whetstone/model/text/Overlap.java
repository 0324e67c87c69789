package dev.whetstone.model.text;

import java.util.ArrayList;
import java.util.List;

/**
 * The steps that stand before a step once more where not all of those before it fit: the latest
 * that fill half of the room beside the problem and it.
 */
final class Overlap {
  private Overlap() {}

  /**
   * @param room tokens for steps
   * @return indices of nodes, earlier ones first; none where there is no room for one
   */
  static List<Integer> before(int step, List<Node> nodes, int room) {
    int left = (room - nodes.get(step).size()) / 2;
    List<Integer> latest = new ArrayList<>();
    for (int up = nodes.get(step).parent(); up >= 0; up = nodes.get(up).parent()) {
      left -= nodes.get(up).size();
      if (left < 0) break;
      latest.addFirst(up);
    }
    return latest;
  }
}
