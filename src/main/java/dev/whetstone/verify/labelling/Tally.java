package dev.whetstone.verify.labelling;

import dev.whetstone.verify.proof.Analysis;
import dev.whetstone.verify.proof.Score;
import java.util.Optional;

/**
 * The votes on one proof, counted.
 *
 * @param settled analyses whose checks are done
 * @param zeros settled analyses that give 0, valid or not
 * @param halves settled analyses that give 1/2, valid or not
 * @param validZeros those of them that are valid
 * @param validHalves valid analyses that give 1/2
 * @param failures calls that gave no vote
 * @param open the analysis that is being checked
 */
public record Tally(
    int settled,
    int zeros,
    int halves,
    int validZeros,
    int validHalves,
    int failures,
    Optional<Poll> open) {
  public static final Tally EMPTY = new Tally(0, 0, 0, 0, 0, 0, Optional.empty());

  public Tally {
    if (validZeros < 0 || validHalves < 0 || failures < 0)
      throw new IllegalArgumentException("a negative count of votes");
    if (validZeros > zeros || validHalves > halves || zeros + halves > settled)
      throw new IllegalArgumentException("more votes of a kind than votes");
  }

  /** Analyses whose issues the checks confirmed. */
  public int valid() {
    return validZeros + validHalves;
  }

  /**
   * Whether most analyses say themselves that nothing is wrong; a refuted one says no such thing.
   */
  public boolean isMostlyOne() {
    return 2 * (settled - zeros - halves) > settled;
  }

  /** Analyses that give that score, and whose issues, if any, the checks confirmed. */
  public int valid(Score score) {
    return switch (score) {
      case ZERO -> validZeros;
      case HALF -> validHalves;
      case ONE -> settled - zeros - halves;
    };
  }

  public Tally plus(Entry entry, Panel panel) {
    return switch (entry) {
      case Entry.Analysed(Analysis analysis) -> opened(analysis).settledBy(panel);
      case Entry.Checked(boolean confirms) ->
          new Tally(settled, zeros, halves, validZeros, validHalves, failures, checked(confirms))
              .settledBy(panel);
      case Entry.Failed failed ->
          new Tally(settled, zeros, halves, validZeros, validHalves, failures + 1, open);
    };
  }

  private Tally opened(Analysis analysis) {
    if (open.isPresent()) throw new IllegalArgumentException("the analysis before is unsettled");
    return analysis.score().claimsIssues()
        ? new Tally(
            settled,
            zeros,
            halves,
            validZeros,
            validHalves,
            failures,
            Optional.of(new Poll(analysis, 0, 0)))
        : new Tally(settled + 1, zeros, halves, validZeros, validHalves, failures, open);
  }

  private Optional<Poll> checked(boolean confirms) {
    if (open.isEmpty()) throw new IllegalArgumentException("a check of no analysis");
    return open.map(poll -> poll.plus(confirms));
  }

  private Tally settledBy(Panel panel) {
    if (open.isEmpty() || !panel.isSettled(open.get().confirmed(), open.get().refuted()))
      return this;
    int zero = open.get().analysis().score() == Score.ZERO ? 1 : 0;
    int valid = panel.isValid(open.get().confirmed()) ? 1 : 0;
    return new Tally(
        settled + 1,
        zeros + zero,
        halves + 1 - zero,
        validZeros + zero * valid,
        validHalves + (1 - zero) * valid,
        failures,
        Optional.empty());
  }
}
