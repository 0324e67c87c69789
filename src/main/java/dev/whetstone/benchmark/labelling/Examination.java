package dev.whetstone.benchmark.labelling;

import dev.whetstone.benchmark.label.Labelled;
import dev.whetstone.benchmark.label.Labelled.Provenance;
import dev.whetstone.benchmark.label.Labelled.Split;
import dev.whetstone.benchmark.label.Labels;
import dev.whetstone.benchmark.label.Truth;
import dev.whetstone.benchmark.review.Proposal;
import dev.whetstone.benchmark.review.Reviews;
import dev.whetstone.benchmark.review.Source;
import dev.whetstone.benchmark.review.Value;
import dev.whetstone.model.Derivation;
import dev.whetstone.rollout.Sql;
import dev.whetstone.verify.labelling.Entry;
import dev.whetstone.verify.labelling.Label;
import dev.whetstone.verify.labelling.Labeller;
import dev.whetstone.verify.labelling.Labelling;
import dev.whetstone.verify.labelling.Ledger;
import dev.whetstone.verify.labelling.Rule;
import dev.whetstone.verify.labelling.Tally;
import dev.whetstone.verify.proof.Score;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import javax.sql.DataSource;

/**
 * One claimed proof on its way to a label, or to the people who review; each call is kept before
 * the next is made.
 */
final class Examination {
  private final DataSource database;
  private final LabellingSettings settings;
  private final Clock clock;
  private final Posteriors posteriors;
  private final Examiners examiners;
  private final Claim claim;
  private final Rule rule;
  private final Ledger ledger;
  private final List<Entry> entries;
  private String asked = "";

  /**
   * @throws IllegalStateException if the stored rule cannot be read
   */
  Examination(
      DataSource database,
      LabellingSettings settings,
      Clock clock,
      Posteriors posteriors,
      Examiners examiners,
      Claim claim) {
    this.database = database;
    this.settings = settings;
    this.clock = clock;
    this.posteriors = posteriors;
    this.examiners = examiners;
    this.claim = claim;
    rule = Rules.read(claim.rule());
    ledger = new Ledger(claim.calls().stream().map(Call::entry).toList());
    entries = new ArrayList<>(ledger.entries());
  }

  /** The proof is laid down, or lost to another server: it goes on another time. */
  static final class Interrupted extends RuntimeException {
    private static final long serialVersionUID = 1;

    Interrupted(String why) {
      super(why, null, false, false);
    }
  }

  /**
   * Goes on to the label.
   *
   * @throws Interrupted if it stops before
   */
  void run() {
    end(labeller().label(claim.what().proof(), ledger, this::keep));
  }

  private Labeller<Derivation> labeller() {
    return new Labeller<>(
        rule,
        (proof, attempt) -> {
          asked = examiners.verifier().verifier();
          return examiners.analyst().analyse(proof, attempt);
        },
        (proof, analysis, attempt) -> {
          asked = examiners.metaVerifier().name();
          return examiners.checker().check(proof, analysis, attempt);
        });
  }

  /** After a failure nobody is asked at once again: whoever is in trouble gets time. */
  private void keep(Entry entry) {
    Call call = Call.of(entries.size(), entry, asked, clock.instant());
    entries.add(entry);
    boolean held =
        inHand(
            c -> {
              EntryTable.insert(c, claim.id(), call);
              if (entry instanceof Entry.Failed) LabellingTable.rest(c, claim, rest());
            });
    if (!held) throw new Interrupted("another server has it");
    if (entry instanceof Entry.Failed) throw new Interrupted("it rests");
  }

  private Duration rest() {
    int row = 0;
    for (Entry entry : entries.reversed()) {
      if (!(entry instanceof Entry.Failed)) break;
      row++;
    }
    double longest = settings.longestBackoff().toNanos();
    double rest = settings.backoff().toNanos() * Math.scalb(1.0, Math.min(row, 40) - 1);
    return Duration.ofNanos((long) Math.min(rest, longest));
  }

  private void end(Labelling labelling) {
    OptionalInt firstError = firstError(labelling);
    inHand(
        c -> {
          LabellingTable.end(c, claim, labelling.label(), firstError, clock.instant());
          LabellingTable.saveMean(c, claim.id(), Verification.mean(labelling));
          double correct = posterior(c, labelling);
          Optional<Labelled> labelled = labelled(c, labelling, firstError, correct);
          if (labelled.isPresent()) Labels.add(c, labelled.get());
          if (labelling.label() instanceof Label.Human) propose(c, correct);
        });
  }

  /** P(no step is wrong), by rates that may be as old as their refit. */
  private double posterior(Connection c, Labelling labelling) throws SQLException {
    Tally votes = labelling.ledger().tally(labelling.rule().panel());
    String panel = examiners.panel(labelling.rule().panel());
    PosteriorTable.vote(c, claim.id(), panel, votes);
    double correct = posteriors.of(c, panel, votes);
    PosteriorTable.believe(c, claim.id(), correct);
    return correct;
  }

  private void propose(Connection c, double correct) throws SQLException {
    Submission what = claim.what();
    Proposal proposal =
        new Proposal(
            PosteriorTable.REVIEW + claim.id(),
            Split.TRAIN,
            what.proof(),
            Optional.empty(),
            what.generator(),
            what.licence(),
            false);
    Value value = Value.undecided(correct, 1);
    Reviews.propose(c, proposal, Source.DISAGREEMENT, value, clock.instant());
  }

  private OptionalInt firstError(Labelling labelling) {
    if (!(labelling.label() instanceof Label.Labelled(Score score)) || score == Score.ONE)
      return OptionalInt.empty();
    return examiners.firstError(
        claim.what().proof(), labelling.ledger().valid(labelling.rule().panel()), score);
  }

  /** Labels are kept by steps: where it is not known which step is wrong, there is none to keep. */
  private Optional<Labelled> labelled(
      Connection c, Labelling labelling, OptionalInt firstError, double correct)
      throws SQLException {
    if (!(labelling.label() instanceof Label.Labelled(Score score))) return Optional.empty();
    if (score != Score.ONE && firstError.isEmpty()) return Optional.empty();
    Submission what = claim.what();
    return Optional.of(
        new Labelled(
            settings.set(),
            claim.id().toString(),
            Split.TRAIN, // people's labels alone measure
            what.proof(),
            Truth.ofFirstError(what.proof().steps().size(), firstError),
            Optional.empty(),
            new Provenance(what.generator(), labelSource(c), what.licence()),
            score == Score.ONE ? correct : 1 - correct));
  }

  private String labelSource(Connection c) throws SQLException {
    List<String> by =
        EntryTable.list(c, claim.id()).stream().map(Call::asked).distinct().sorted().toList();
    return "%s, %s".formatted(Rules.name(rule), String.join(", ", by));
  }

  /** What is done in one transaction. */
  private interface Act {
    void on(Connection connection) throws SQLException;
  }

  /** Done in one transaction, or not at all where the proof is no longer in hand. */
  private boolean inHand(Act act) {
    return Sql.transaction(
        database,
        c -> {
          if (!LabellingTable.holds(c, claim)) return false;
          act.on(c);
          return true;
        });
  }
}
