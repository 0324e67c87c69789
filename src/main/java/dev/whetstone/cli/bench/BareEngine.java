package dev.whetstone.cli.bench;

import dev.whetstone.model.Prepared;
import dev.whetstone.model.Scorer;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** A scorer without a server: called directly, on one thread, with full batches made before. */
final class BareEngine implements AutoCloseable {
  private final Scorer scorer;
  private final List<List<Prepared>> batches;

  private BareEngine(Scorer scorer, List<List<Prepared>> batches) {
    this.scorer = scorer;
    this.batches = batches;
  }

  /** The scorer is its own from now on. */
  static BareEngine of(Scorer scorer, List<Prepared> all, long batchTokens) {
    return new BareEngine(scorer, batches(all, batchTokens));
  }

  /** By length, so that next to nothing is padded; each as full as it can be. */
  static List<List<Prepared>> batches(List<Prepared> all, long batchTokens) {
    List<List<Prepared>> batches = new ArrayList<>();
    List<Prepared> batch = new ArrayList<>();
    long rows = 0;
    for (Prepared next : all.stream().sorted(Comparator.comparingInt(Prepared::longest)).toList()) {
      if (!batch.isEmpty() && (rows + next.windows()) * next.longest() > batchTokens) {
        batches.add(batch);
        batch = new ArrayList<>();
        rows = 0;
      }
      batch.add(next);
      rows += next.windows();
    }
    if (!batch.isEmpty()) batches.add(batch);
    return batches;
  }

  /** Derivations scored in a second, over all of them. */
  double perSecond() {
    long begun = System.nanoTime();
    int scored = 0;
    for (List<Prepared> batch : batches) scored += scorer.score(batch).size();
    return scored * 1e9 / (System.nanoTime() - begun);
  }

  @Override
  public void close() {
    scorer.close();
  }
}
