package dev.whetstone.verify.labelling;

import dev.whetstone.verify.proof.Analysis;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** Every call for one proof, in order; with the rule, enough to replay the decision. */
public record Ledger(List<Entry> entries) {
  public Ledger {
    entries = List.copyOf(entries);
  }

  public int calls() {
    return entries.size();
  }

  /** All of them, valid or not, in their order. */
  public Stream<Analysis> analyses() {
    return entries.stream()
        .filter(Entry.Analysed.class::isInstance)
        .map(entry -> ((Entry.Analysed) entry).analysis());
  }

  /**
   * The votes as that panel counts them.
   *
   * @throws IllegalArgumentException where the order is one in which nobody asks
   */
  public Tally tally(Panel panel) {
    Tally tally = Tally.EMPTY;
    for (Entry entry : entries) tally = tally.plus(entry, panel);
    return tally;
  }

  /**
   * The analyses that panel finds valid, in their order.
   *
   * @throws IllegalArgumentException where the order is one in which nobody asks
   */
  public List<Analysis> valid(Panel panel) {
    List<Analysis> valid = new ArrayList<>();
    Tally before = Tally.EMPTY;
    for (Entry entry : entries) {
      Tally after = before.plus(entry, panel);
      if (after.valid() > before.valid()) valid.add(settled(before, entry));
      before = after;
    }
    return valid;
  }

  private static Analysis settled(Tally before, Entry last) {
    return last instanceof Entry.Analysed(Analysis analysis)
        ? analysis
        : before.open().orElseThrow().analysis();
  }
}
