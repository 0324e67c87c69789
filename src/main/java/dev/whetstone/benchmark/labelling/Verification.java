package dev.whetstone.benchmark.labelling;

import dev.whetstone.verify.labelling.Label;
import dev.whetstone.verify.labelling.Labelling;
import dev.whetstone.verify.labelling.Ledger;
import dev.whetstone.verify.labelling.Panel;
import dev.whetstone.verify.proof.Analysis;
import dev.whetstone.verify.proof.Score;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * What a labelling says of a proof.
 *
 * @param isOpen whether votes are still wanted
 * @param label its score, where it is labelled
 * @param mean of the scores of its analyses without those that the checks refuted, in [0, 1]; empty
 *     as long as it is open, and where it ends unjudged
 * @param posterior P(no step is wrong), once it ended
 */
public record Verification(
    boolean isOpen, Optional<Score> label, Optional<Double> mean, Optional<Double> posterior) {
  /** Nothing yet. */
  public static final Verification OPEN =
      new Verification(true, Optional.empty(), Optional.empty(), Optional.empty());

  public Verification {
    Objects.requireNonNull(label);
    Objects.requireNonNull(mean);
    Objects.requireNonNull(posterior);
  }

  static Optional<Double> mean(Labelling labelling) {
    boolean unjudged =
        switch (labelling.label()) {
          case Label.Labelled labelled -> false;
          case Label.Discarded(Label.Why why) -> why == Label.Why.UNJUDGED;
          case Label.Human(Label.Why why) -> why == Label.Why.UNJUDGED;
        };
    return unjudged ? Optional.empty() : mean(labelling.ledger(), labelling.rule().panel());
  }

  /** Where all were refuted, nothing stands against it. */
  private static Optional<Double> mean(Ledger ledger, Panel panel) {
    if (ledger.tally(panel).settled() == 0) return Optional.empty();
    List<Analysis> valid = ledger.valid(panel);
    long fine = ledger.analyses().filter(analysis -> !analysis.score().claimsIssues()).count();
    double sum = fine + valid.stream().mapToDouble(a -> a.score().value()).sum();
    long counted = fine + valid.size();
    return Optional.of(counted == 0 ? 1 : sum / counted);
  }
}
