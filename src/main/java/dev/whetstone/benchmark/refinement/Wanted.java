package dev.whetstone.benchmark.refinement;

import dev.whetstone.task.Hash;
import dev.whetstone.verify.proof.Analysis;
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
  /**
   * What is handed back of the parent: valid analyses, other ones at each turn as far as there are,
   * and where there is none its writer's own evaluation. The same ones each time.
   */
  List<String> evaluations(UUID refinement, int most) {
    if (parent.isEmpty()) return List.of();
    List<String> all =
        new ArrayList<>(
            parent.get().verification().orElseThrow().valid().stream()
                .map(Analysis::text)
                .distinct()
                .toList());
    if (all.isEmpty()) return parent.get().evaluation().stream().toList();
    String seed = refinement + "/" + parent.get().number();
    Collections.shuffle(all, new SplittableRandom(Hash.ofText(seed).asLong()));
    Collections.rotate(all, -turn * most);
    return List.copyOf(all.subList(0, Math.min(most, all.size())));
  }
}
