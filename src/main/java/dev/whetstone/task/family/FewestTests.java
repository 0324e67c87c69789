package dev.whetstone.task.family;

import dev.whetstone.task.Call;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * How many tests suffice whatever the truth is, by exhaustive search over the sets of truths that
 * can be left. The worst case is taken, not the mean or that of the truth at hand: who plays it
 * well never takes more, and luck earns nothing.
 */
final class FewestTests {
  private final KnowledgeBook book;
  private final Map<Integer, Integer> worst = new HashMap<>();

  FewestTests(KnowledgeBook book) {
    this.book = book;
  }

  int worst() {
    return worst(book.all());
  }

  private int worst(int left) {
    if (Integer.bitCount(left) == 1) return 0;
    Integer known = worst.get(left);
    if (known != null) return known;
    int best = Integer.MAX_VALUE;
    for (int yes : book.yes())
      if (splits(left, yes))
        best = Math.min(best, 1 + Math.max(worst(left & yes), worst(left & ~yes)));
    worst.put(left, best);
    return best;
  }

  private static boolean splits(int left, int yes) {
    return (left & yes) != 0 && (left & ~yes) != 0;
  }

  /** The calls of a player that plays it well, when this is the truth. */
  String play(int truth) {
    List<String> calls = new ArrayList<>();
    for (int left = book.all(); Integer.bitCount(left) > 1; ) {
      int test = best(left);
      calls.add(new Call(VersionSpace.TEST, List.of(book.tests().get(test))).toString());
      left &= book.consistent(test, truth);
    }
    calls.add(new Call(VersionSpace.CONCLUDE, List.of(book.truths().get(truth))).toString());
    return String.join("\n", calls);
  }

  private int best(int left) {
    for (int test = 0; ; test++) {
      int yes = book.yes().get(test);
      if (splits(left, yes) && 1 + Math.max(worst(left & yes), worst(left & ~yes)) == worst(left))
        return test;
    }
  }
}
