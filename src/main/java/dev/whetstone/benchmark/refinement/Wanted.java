package dev.whetstone.benchmark.refinement;

import dev.whetstone.task.Hash;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.UUID;

/**
 * An attempt that is asked for.
 *
 * @param parent whose critique is handed back; empty for a fresh one
 * @param turn how often the parent was asked about in this round before
 */
record Wanted(int number, int round, int thread, Optional<Attempt> parent, int turn) {
  /** What is handed back of the parent: other ones at each turn as far as there are. */
  List<String> evaluations(UUID refinement, Critique critique, int most) {
    List<String> all = new ArrayList<>(critique.evaluations());
    String seed = refinement + "/" + parent.orElseThrow().number();
    Collections.shuffle(all, new SplittableRandom(Hash.ofText(seed).asLong()));
    Collections.rotate(all, -turn * most);
    return List.copyOf(all.subList(0, Math.min(most, all.size())));
  }
}
