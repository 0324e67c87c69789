package dev.whetstone.verify.labelling;

import dev.whetstone.verify.labelling.Reply.Judged;
import dev.whetstone.verify.labelling.Reply.Unjudged;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Asks one question after the other until the rule has its label; as safe for many threads as the
 * two verifiers are, one proof on each.
 *
 * @param <P> a proof and its problem
 */
public record Labeller<P>(Rule rule, Analyst<P> analyst, MetaVerifier<P> metaVerifier) {
  public Labelling label(P proof) {
    List<Entry> entries = new ArrayList<>();
    Tally tally = Tally.EMPTY;
    Optional<Label> label = rule.decide(tally);
    while (label.isEmpty()) {
      Entry entry = ask(proof, tally.open(), entries.size());
      entries.add(entry);
      tally = tally.plus(entry, rule.panel());
      label = rule.decide(tally);
    }
    return new Labelling(rule, label.get(), new Ledger(entries));
  }

  private Entry ask(P proof, Optional<Poll> open, int attempt) {
    try {
      return open.isPresent()
          ? checked(metaVerifier.check(proof, open.get().analysis(), attempt))
          : analysed(analyst.analyse(proof, attempt));
    } catch (RuntimeException e) { // whatever breaks a verifier is no vote on the proof
      return new Entry.Failed(e.toString());
    }
  }

  private static Entry analysed(Reply<Analysis> reply) {
    return switch (reply) {
      case Judged<Analysis>(Analysis analysis) -> new Entry.Analysed(analysis);
      case Unjudged<Analysis>(String reason) -> new Entry.Failed(reason);
    };
  }

  private static Entry checked(Reply<Boolean> reply) {
    return switch (reply) {
      case Judged<Boolean>(Boolean confirms) -> new Entry.Checked(confirms);
      case Unjudged<Boolean>(String reason) -> new Entry.Failed(reason);
    };
  }
}
