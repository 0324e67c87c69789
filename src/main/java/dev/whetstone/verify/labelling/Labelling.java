package dev.whetstone.verify.labelling;

import java.util.Optional;

/** A label, and all that it rests on; the votes give that label under that rule, or it is none. */
public record Labelling(Rule rule, Label label, Ledger ledger) {
  public Labelling {
    Optional<Label> replayed = rule.decide(ledger.tally(rule.panel()));
    if (!replayed.equals(Optional.of(label)))
      throw new IllegalArgumentException("the votes say " + replayed + ", not " + label);
  }
}
