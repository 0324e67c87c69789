package dev.whetstone.benchmark.labelling;

import dev.whetstone.verify.labelling.Ledger;
import dev.whetstone.verify.labelling.Panel;
import dev.whetstone.verify.labelling.Tally;
import dev.whetstone.verify.proof.Analysis;
import dev.whetstone.verify.proof.Score;
import java.util.List;
import java.util.Optional;

/**
 * What a labelling says of a proof.
 *
 * @param isOpen whether votes are still wanted
 * @param label its score, where it is labelled
 * @param mean of the scores of its analyses without those that the checks refuted, in [0, 1]; empty
 *     as long as it is open, and where it ends unjudged
 * @param posterior P(no step is wrong), once it ended
 * @param valid analyses whose issues the checks confirmed
 */
public record Verification(
    boolean isOpen,
    Optional<Score> label,
    Optional<Double> mean,
    Optional<Double> posterior,
    List<Analysis> valid) {
  private static final String UNJUDGED = "unjudged";

  public Verification {
    valid = List.copyOf(valid);
  }

  static Verification of(ProofLabelling labelling, Panel panel, Ledger ledger) {
    boolean open = labelling.state() == LabellingState.OPEN;
    List<Analysis> valid = ledger.valid(panel);
    boolean judged = !open && !UNJUDGED.equals(labelling.reason());
    return new Verification(
        open,
        Optional.ofNullable(labelling.score()).map(Score::of),
        judged ? mean(ledger, panel, valid) : Optional.empty(),
        Optional.ofNullable(labelling.posterior()),
        valid);
  }

  /** Where all were refuted, nothing stands against it. */
  private static Optional<Double> mean(Ledger ledger, Panel panel, List<Analysis> valid) {
    Tally tally = ledger.tally(panel);
    if (tally.settled() == 0) return Optional.empty();
    long fine = ledger.analyses().filter(analysis -> !analysis.score().claimsIssues()).count();
    double sum = fine + valid.stream().mapToDouble(a -> a.score().value()).sum();
    long counted = fine + valid.size();
    return Optional.of(counted == 0 ? 1 : sum / counted);
  }
}
