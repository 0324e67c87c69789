package dev.whetstone.verify.labelling;

import dev.whetstone.verify.proof.Analysis;
import dev.whetstone.verify.proof.Reply;
import dev.whetstone.verify.proof.Reply.Judged;
import dev.whetstone.verify.proof.Reply.Unjudged;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.function.Consumer;

/**
 * Asks one question after the other until the rule has its label; as safe for many threads as the
 * two verifiers are, one proof on each.
 *
 * @param <P> a proof and its problem
 */
public record Labeller<P>(Rule rule, Analyst<P> analyst, MetaVerifier<P> metaVerifier) {
  /** All at once, and nothing kept on the way. */
  public Labelling label(P proof) {
    return label(proof, new Ledger(List.of()), _ -> {});
  }

  /**
   * Goes on where a ledger ends.
   *
   * @param before what came of the calls so far
   * @param kept is told of each further call once it is over, before the next
   * @throws CancellationException if the thread is interrupted; the call it was at is not kept
   * @throws IllegalArgumentException if the ledger is not one of this rule
   */
  public Labelling label(P proof, Ledger before, Consumer<Entry> kept) {
    List<Entry> entries = new ArrayList<>(before.entries());
    Tally tally = before.tally(rule.panel());
    Optional<Label> label = rule.decide(tally);
    while (label.isEmpty()) {
      Entry entry = ask(proof, tally.open(), entries.size());
      if (Thread.currentThread().isInterrupted()) throw new CancellationException("interrupted");
      kept.accept(entry);
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
      case Unjudged<Analysis>(Reply.Why _, String detail) -> new Entry.Failed(detail);
    };
  }

  private static Entry checked(Reply<Boolean> reply) {
    return switch (reply) {
      case Judged<Boolean>(Boolean confirms) -> new Entry.Checked(confirms);
      case Unjudged<Boolean>(Reply.Why _, String detail) -> new Entry.Failed(detail);
    };
  }
}
