package dev.whetstone.verify.labelling;

import java.util.List;

/** Every call for one proof, in order; with the rule, enough to replay the decision. */
public record Ledger(List<Entry> entries) {
  public Ledger {
    entries = List.copyOf(entries);
  }

  public int calls() {
    return entries.size();
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
}
