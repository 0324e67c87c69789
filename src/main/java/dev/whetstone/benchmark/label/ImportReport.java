package dev.whetstone.benchmark.label;

import dev.whetstone.benchmark.label.Refusal.Reason;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What became of one file.
 *
 * @param lines read, blank ones left out
 * @param added labelled solutions that are new; a line may hold several
 * @param there those that were there already
 * @param refusals lines that hold a refused one
 * @param importedBefore when the same file came before
 */
public record ImportReport(
    String set,
    long lines,
    long added,
    long there,
    Map<Reason, Refusals> refusals,
    Optional<Instant> importedBefore) {
  /** Enough to find the cause. */
  static final int EXAMPLES = 3;

  /** How often a reason came, and where it came first. */
  public record Refusals(long count, List<Refusal> examples) {
    public Refusals {
      examples = List.copyOf(examples);
    }

    private Refusals and(Refusal next) {
      List<Refusal> more = new ArrayList<>(examples);
      if (more.size() < EXAMPLES) more.add(next);
      return new Refusals(count + 1, more);
    }
  }

  public ImportReport {
    refusals = Map.copyOf(refusals);
  }

  /** Whether the file holds no labelled solution at all. */
  public boolean isEmpty() {
    return added == 0 && there == 0;
  }

  /** All refusals together. */
  public long refused() {
    return refusals.values().stream().mapToLong(Refusals::count).sum();
  }

  /** Counts while a file is read. */
  static final class Tally {
    long lines;
    private long added;
    private long there;
    private final Map<Reason, Refusals> refusals = new EnumMap<>(Reason.class);

    void add(LabelTable.Saved saved) {
      if (saved == LabelTable.Saved.ADDED) added++;
      if (saved == LabelTable.Saved.THERE) there++;
    }

    void refuse(Refusal refusal) {
      refusals.merge(
          refusal.reason(),
          new Refusals(1, List.of(refusal)),
          (before, one) -> before.and(refusal));
    }

    ImportReport report(String set, Optional<Instant> before) {
      return new ImportReport(set, lines, added, there, refusals, before);
    }
  }
}
